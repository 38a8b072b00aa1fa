package dev.countersign.sample.vendors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.annotations.SerializedName;
import com.jdcloud.sdk.annotation.BodyParameter;
import com.jdcloud.sdk.annotation.QueryParameter;
import com.jdcloud.sdk.http.ContentType;
import com.jdcloud.sdk.service.JdcloudRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What JD Cloud's generator would make of the echo API: a field for each parameter that occurs in
 * cases.json.
 */
final class JdcloudEchoRequest extends JdcloudRequest {

  @QueryParameter
  @SerializedName("a")
  String a;

  @QueryParameter
  @SerializedName("b")
  String b;

  @QueryParameter
  @SerializedName("empty")
  String empty;

  @QueryParameter
  @SerializedName("flag")
  String flag;

  @QueryParameter
  @SerializedName("force")
  String force;

  @QueryParameter
  @SerializedName("p")
  String p;

  @QueryParameter
  @SerializedName("q")
  String q;

  @QueryParameter
  @SerializedName("s")
  String s;

  @QueryParameter
  @SerializedName("u")
  String u;

  @QueryParameter
  @SerializedName("ü")
  String umlaut;

  @QueryParameter
  @SerializedName("x")
  String x;

  @QueryParameter
  @SerializedName("zz")
  String zz;

  @BodyParameter Object body;

  static JdcloudEchoRequest of(VendorRequest asked, ContentType type)
      throws ReflectiveOperationException, IOException {
    JdcloudEchoRequest request = new JdcloudEchoRequest();
    for (Field parameter : DecodedQuery.pairs(asked.query())) {
      request.set(parameter);
    }
    request.body = asked.hasBody() ? body(asked, type) : null;
    return request;
  }

  private void set(Field parameter) throws ReflectiveOperationException {
    for (java.lang.reflect.Field field : JdcloudEchoRequest.class.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null && name.value().equals(parameter.name())) {
        field.set(this, parameter.value());
        return;
      }
    }
    throw new NoSuchFieldException(parameter.name());
  }

  /** It strings forms together as they are handed in: so they are handed in encoded. */
  private static Object body(VendorRequest asked, ContentType type) throws IOException {
    byte[] bytes = asked.raw().body();
    if (type == ContentType.APPLICATION_X_WWW_FORM_URLENCODED) {
      Map<String, String> form = new LinkedHashMap<>();
      asked.form().forEach(one -> form.put(one.name(), Bodies.encoded(one.value())));
      return form;
    }
    // It writes JSON of objects, here of maps.
    return type == ContentType.APPLICATION_OCTET_STREAM
        ? bytes
        : new ObjectMapper().readValue(bytes, Object.class);
  }
}

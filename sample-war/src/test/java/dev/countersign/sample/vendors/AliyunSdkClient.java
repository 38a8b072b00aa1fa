package dev.countersign.sample.vendors;

import com.alibaba.cloudapi.sdk.client.ApacheHttpClient;
import com.alibaba.cloudapi.sdk.enums.HttpMethod;
import com.alibaba.cloudapi.sdk.enums.ParamPosition;
import com.alibaba.cloudapi.sdk.enums.Scheme;
import com.alibaba.cloudapi.sdk.model.ApiRequest;
import com.alibaba.cloudapi.sdk.model.HttpClientBuilderParams;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import java.util.Date;
import java.util.Optional;

/** Alibaba's Java SDK: a subclass of its client, as its generator makes them. */
final class AliyunSdkClient implements VendorClient {

  @Override
  public Optional<RawRequest> sign(Errand errand) {
    Service service = new Service(errand);
    try {
      service.sendSyncRequest(request(errand));
    } finally {
      service.shutdown();
    }
    return Optional.empty();
  }

  /** It takes everything decoded, and names the types of bodies itself. */
  private static ApiRequest request(Errand errand) {
    VendorRequest asked = errand.request();
    RawRequest raw = asked.raw();
    String path = DecodedQuery.decoded(asked.path().replace("+", "%2B"));
    ApiRequest request = new ApiRequest(method(raw), path);
    raw.header(RequestCase.HEADER).ifPresent(value -> request.addHeader(RequestCase.HEADER, value));
    for (Field parameter : DecodedQuery.pairs(asked.query())) {
      request.addParam(parameter.name(), parameter.value(), ParamPosition.QUERY, true);
    }
    for (Field member : asked.form()) {
      request.addParam(member.name(), member.value(), ParamPosition.BODY, true);
    }
    if (asked.form().isEmpty()) {
      request.setBody(raw.body());
    }
    request.setSignatureMethod(errand.option("method", "HmacSHA256"));
    asked.date().map(Date::from).ifPresent(request::setCurrentDate);
    return request;
  }

  private static HttpMethod method(RawRequest raw) {
    String type = raw.header("Content-Type").orElse("");
    String kind = type.contains("form") ? "_FORM" : type.contains("json") ? "_JSON" : "_BODY";
    boolean takesBody = raw.method().startsWith("P");
    return HttpMethod.valueOf(raw.method() + (takesBody ? kind : ""));
  }

  private static final class Service extends ApacheHttpClient {

    Service(Errand errand) {
      HttpClientBuilderParams parameters = new HttpClientBuilderParams();
      parameters.setAppKey(errand.application().appKey());
      parameters.setAppSecret(errand.application().secret());
      parameters.setHost(errand.authority());
      parameters.setScheme(Scheme.HTTP);
      parameters.setReadTimeout(60_000);
      init(parameters);
    }
  }
}

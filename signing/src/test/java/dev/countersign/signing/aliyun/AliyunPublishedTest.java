package dev.countersign.signing.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of a published verifier, whose secrets are shorter than any here may be. */
class AliyunPublishedTest {

  static List<JsonNode> rows() {
    return JsonRows.list(JsonRows.file("aliyun-x-ca.json"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void publishedCase_hasItsTextAndItsSignature(JsonNode row) throws Exception {
    PresentedSignature presented = read(row);
    CanonicalRequest text = Verification.texts(presented, body(row)).get(0);
    byte[] secret = JsonRows.text(row, "secret").getBytes(StandardCharsets.UTF_8);

    assertEquals(
        JsonRows.text(row, "string_to_sign"), new String(text.bytes(), StandardCharsets.UTF_8));
    assertTrue(Hmac.of(Hmac.Algorithm.SHA256, secret).matches(text.bytes(), presented.tag()));
    assertFalse(Hmac.of(Hmac.Algorithm.SHA1, secret).matches(text.bytes(), presented.tag()));
    assertEquals(JsonRows.text(row, "key"), presented.appKey().value());
  }

  @Test
  void timestamp_isMilliseconds() throws Exception {
    assertEquals(Instant.parse("2022-03-04T03:41:31.734Z"), read(rows().get(0)).signedAt());
    assertEquals(3, rows().size());
  }

  private static PresentedSignature read(JsonNode row) throws Exception {
    List<String> headers = new ArrayList<>();
    row.required("headers")
        .properties()
        .forEach(header -> headers.add(header.getKey() + ": " + header.getValue().textValue()));
    String query = JsonRows.text(row, "query");
    String target = JsonRows.text(row, "path") + (query.isEmpty() ? "" : "?" + query);
    VectorRequest request =
        new VectorRequest(JsonRows.text(row, "method"), target, headers, Optional.of(body(row)));
    return AliyunScheme.of(AliyunOptions.defaults()).read(request.signable());
  }

  private static byte[] body(JsonNode row) {
    return JsonRows.text(row, "body").getBytes(StandardCharsets.UTF_8);
  }
}

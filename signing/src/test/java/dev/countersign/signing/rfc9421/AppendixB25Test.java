package dev.countersign.signing.rfc9421;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.vectors.JsonRows;
import dev.countersign.signing.vectors.VectorRequest;
import dev.countersign.signing.vectors.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector of RFC 9421 appendix B.2.5, whose signature covers too little to be accepted. */
class AppendixB25Test {

  static List<JsonNode> rows() {
    return JsonRows.list(JsonRows.file("rfc9421.json"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_hasItsSignatureBaseAndItsMac(JsonNode row) throws Exception {
    VectorRequest request = request(row);
    String sent = request.header("Signature-Input").orElseThrow();
    Map<String, SignatureInput> inputs =
        FieldParser.dictionary(new FieldCursor("signature-input", sent), SignatureInput::read);
    SignatureInput input = inputs.values().iterator().next();
    byte[] base = new Components(request.signable(), "https").base(input).bytes();
    byte[] mac = StrictBase64.decode(JsonRows.text(row, "signature"), 32).orElseThrow();

    assertEquals(JsonRows.text(row, "string_to_sign"), new String(base, StandardCharsets.US_ASCII));
    assertEquals(
        JsonRows.text(row, "key"), SignatureParameters.of(input.parameters()).keyId().value());
    assertTrue(secret(row).hmac(Hmac.Algorithm.SHA256).matches(base, MacTag.of(mac)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_hasTheDigestOfItsBody(JsonNode row) throws Exception {
    VectorRequest request = request(row);
    DigestField digest = DigestField.read(request.signable().headers());

    assertTrue(digest.matches(request.bodyBytes()));
    assertFalse(digest.matches(new byte[] {1}));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_isRefused_becauseItCoversNeitherMethodNorPathNorQuery(JsonNode row) {
    assertEquals(
        "malformed",
        Verification.outcome(
            request(row), secret(row), Rfc9421Scheme.of(Rfc9421Options.defaults())));
  }

  private static Secret secret(JsonNode row) {
    return Secret.ofBytes(Base64.getDecoder().decode(JsonRows.text(row, "secret")));
  }

  private static VectorRequest request(JsonNode row) {
    List<String> headers = new ArrayList<>();
    row.required("headers")
        .properties()
        .forEach(header -> headers.add(header.getKey() + ": " + header.getValue().textValue()));
    return new VectorRequest(
        JsonRows.text(row, "method"),
        JsonRows.text(row, "path") + "?" + JsonRows.text(row, "query"),
        headers,
        Optional.of(JsonRows.text(row, "body").getBytes(StandardCharsets.UTF_8)));
  }
}

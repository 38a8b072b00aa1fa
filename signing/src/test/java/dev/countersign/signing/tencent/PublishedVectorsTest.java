package dev.countersign.signing.tencent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.signing.Secret;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors computed from the gateway's published rules by two other programs. */
class PublishedVectorsTest {

  private static final TencentScheme SCHEME =
      TencentScheme.with(TencentOptions.defaults().withSha384AndSha512());

  static List<JsonNode> rows() {
    return TencentVectors.list(TencentVectors.file("/vectors/tencent-app-auth.json"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void row_isSignedOverItsLikeliestText(JsonNode row) throws Exception {
    SignableRequest request = TencentVectors.published(row);
    byte[] body = row.required("body").textValue().getBytes(StandardCharsets.UTF_8);
    Secret secret = Secret.ofText(row.required("secret").textValue());

    assertEquals(
        row.required("string_to_sign").textValue(),
        TencentVectors.string(TencentVectors.texts(SCHEME.read(request), body).get(0)));
    assertEquals(
        row.required("content_md5_line").textValue(),
        ((StringToSign) TencentVectors.texts(SCHEME.read(request), body).get(0)).contentMd5Line());
    assertTrue(TencentVectors.isGood(SCHEME, request, body, secret));
  }

  @Test
  void rowOfSha512_needsItsOption() {
    JsonNode sha512 =
        rows().stream()
            .filter(row -> row.required("id").textValue().equals("sha512"))
            .findFirst()
            .orElseThrow();

    assertThrows(
        UnreadableSignatureException.class,
        () -> TencentScheme.create().read(TencentVectors.published(sha512)));
  }

  @Test
  void file_isTheOneThatWasPublished() {
    assertEquals(8, rows().size());
  }
}

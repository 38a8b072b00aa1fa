package dev.countersign.signing.jdcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of JD Cloud's documentation and of its signers' own tests. */
class JdcloudPublishedTest {

  static List<PublishedRow> rows() {
    return PublishedRow.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void publishedCase_hasItsTextsAndItsSignature(PublishedRow row) throws Exception {
    SignedHead head = row.head();
    StringToSign text = (StringToSign) head.texts(row.payloadHash()).get(0);
    Hmac key = head.scope().key(row.secret(), head.date());

    assertEquals(row.text("canonical_request"), text.canonicalRequest());
    assertEquals(row.text("string_to_sign"), new String(text.bytes(), StandardCharsets.US_ASCII));
    assertTrue(key.matches(text.bytes(), tag(row)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void otherSecret_doesNotMakeTheSignature(PublishedRow row) throws Exception {
    SignedHead head = row.head();
    Hmac key =
        head.scope().key((row.text("secret") + "x").getBytes(StandardCharsets.UTF_8), head.date());

    assertTrue(
        head.texts(row.payloadHash()).stream()
            .noneMatch(text -> key.matches(text.bytes(), tag(row))));
  }

  @Test
  void files_areWhole() {
    assertEquals(18, rows().size());
  }

  private static MacTag tag(PublishedRow row) {
    return MacTag.of(Sha256Hex.decoded(row.text("signature")));
  }
}

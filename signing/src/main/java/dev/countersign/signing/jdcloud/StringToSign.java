package dev.countersign.signing.jdcloud;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** The text under the HMAC; it holds the hash of the canonical request. */
final class StringToSign implements CanonicalRequest {

  private final SignedHead head;
  private final SignedHead.Spelling spelling;
  private final String payloadHash;
  private final String text;

  StringToSign(SignedHead head, SignedHead.Spelling spelling, String payloadHash) {
    this.head = head;
    this.spelling = spelling;
    this.payloadHash = payloadHash;
    this.text =
        String.join(
            "\n",
            head.scope().version().algorithm(),
            head.date().text(),
            head.scope().text(),
            DigestUtils.sha256Hex(canonicalRequest().getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Servers hand header bytes on as Latin-1 characters, so this is what clients hashed. */
  String canonicalRequest() {
    return head.canonicalRequest(spelling, payloadHash, (name, value) -> value);
  }

  @Override
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The canonical request with masked values, an empty line, and the string to sign. */
  @Override
  public String disclosed() {
    return head.canonicalRequest(spelling, payloadHash, HeaderValue::shown) + "\n\n" + text;
  }

  @Override
  public String toString() {
    return disclosed();
  }
}

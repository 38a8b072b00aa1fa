package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.MacTag;
import dev.countersign.signing.scheme.CompactInstant;
import dev.countersign.signing.scheme.Lifetime;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/**
 * What a request says about its signature, in the header or in the query.
 *
 * @param signedHeaders the list as sent
 * @param query the part of the query that is signed
 */
record Claim(
    CredentialScope scope,
    CompactInstant date,
    String signedHeaders,
    MacTag tag,
    CanonicalQuery query,
    Lifetime lifetime) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final int HEX_DIGITS = 64;

  boolean isPresigned() {
    return lifetime instanceof Lifetime.Until;
  }

  /** 64 digits of lower-case hex: other spellings would be the same signature in other clothes. */
  static boolean isSha256Hex(String text) {
    return text.length() == HEX_DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  static byte[] decoded(String sha256Hex) {
    try {
      return Hex.decodeHex(sha256Hex);
    } catch (DecoderException unchecked) {
      throw new IllegalArgumentException("not 64 digits of lower-case hex", unchecked);
    }
  }

  static MacTag tag(String signature) throws UnreadableSignatureException {
    if (!isSha256Hex(signature)) {
      throw malformed("Signature is 64 digits of lower-case hex");
    }
    return MacTag.of(decoded(signature));
  }
}

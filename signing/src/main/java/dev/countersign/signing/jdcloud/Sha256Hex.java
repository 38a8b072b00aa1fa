package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.MacTag;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/** 32 bytes as 64 digits of lower-case hex: the one spelling of signatures and hashes. */
final class Sha256Hex {

  private static final int DIGITS = 64;

  private Sha256Hex() {}

  static boolean is(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /**
   * @param hex checked by {@link #is}
   */
  static byte[] decoded(String hex) {
    try {
      return Hex.decodeHex(hex);
    } catch (DecoderException unchecked) {
      throw new IllegalArgumentException("not 64 digits of lower-case hex", unchecked);
    }
  }

  static MacTag tag(String signature) throws UnreadableSignatureException {
    if (!is(signature)) {
      throw malformed("Signature is 64 digits of lower-case hex");
    }
    return MacTag.of(decoded(signature));
  }
}

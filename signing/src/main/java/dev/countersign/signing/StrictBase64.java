package dev.countersign.signing;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64 (RFC 4648 section 4, padded) in its one spelling. {@link Base64} alone forgives missing
 * padding and trailing bits, so several texts would stand for one signature and a refused one could
 * be sent again in other clothes.
 */
public final class StrictBase64 {

  private StrictBase64() {}

  /** The padded text of these bytes. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes, if the text is the one spelling of exactly this many; empty otherwise. */
  public static Optional<byte[]> decode(String text, int expectedBytes) {
    if (text.length() != (expectedBytes + 2) / 3 * 4) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      boolean oneSpelling = decoded.length == expectedBytes && encode(decoded).equals(text);
      return oneSpelling ? Optional.of(decoded) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.signing.Secret;
import dev.countersign.signing.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Secrets that somebody else made. What they are is kept to the byte; what cannot be told apart on
 * the way here, or be guessed, is refused. No message repeats any of it.
 */
final class ImportedSecrets {

  /** Of text: characters; of base64: bytes. */
  static final int SHORTEST = Secret.MIN_BYTES;

  static final int MOST_BYTES = 512;

  private static final int FEWEST_DIFFERENT = 4;

  private ImportedSecrets() {}

  /** How a secret is written: {@code text}, also where nothing is said, or {@code base64}. */
  static SecretEncoding encoding(String written) {
    return switch (written) {
      case "", "text" -> SecretEncoding.TEXT;
      case "base64" -> SecretEncoding.BASE64;
      default -> throw new InvalidArgumentException("an encoding is text or base64");
    };
  }

  static Secret read(String written, SecretEncoding encoding) {
    byte[] bytes = encoding == SecretEncoding.TEXT ? text(written) : base64(written);
    if (bytes.length > MOST_BYTES) {
      throw new InvalidArgumentException("a secret has at most " + MOST_BYTES + " bytes");
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count()
        < FEWEST_DIFFERENT) {
      throw new InvalidArgumentException(
          "a secret has at least " + FEWEST_DIFFERENT + " different characters");
    }
    return Secret.ofBytes(bytes);
  }

  private static byte[] text(String written) {
    if (!written.strip().equals(written)
        || !written.codePoints().allMatch(ImportedSecrets::isText)) {
      throw new InvalidArgumentException(
          "a secret as text neither begins nor ends with white space and holds no control"
              + " characters; one that does is written as base64");
    }
    if (written.codePointCount(0, written.length()) < SHORTEST) {
      throw new InvalidArgumentException("a secret has at least " + SHORTEST + " characters");
    }
    return written.getBytes(StandardCharsets.UTF_8);
  }

  /** A half of a surrogate pair has no UTF-8 form. */
  private static boolean isText(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  private static byte[] base64(String written) {
    int padding = written.endsWith("==") ? 2 : written.endsWith("=") ? 1 : 0;
    Optional<byte[]> bytes =
        StrictBase64.decode(written, Math.max(0, written.length() / 4 * 3 - padding));
    if (bytes.isEmpty()) {
      throw new InvalidArgumentException("this secret is not base64 (RFC 4648 section 4, padded)");
    }
    if (bytes.get().length < SHORTEST) {
      throw new InvalidArgumentException("a secret has at least " + SHORTEST + " bytes");
    }
    return bytes.get();
  }
}

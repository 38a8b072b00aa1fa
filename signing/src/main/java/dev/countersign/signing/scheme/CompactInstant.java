package dev.countersign.signing.scheme;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The instant of signing in the compact form of ISO 8601 that the schemes with a derived key send,
 * {@code 20150830T123600Z}. Immutable and thread-safe.
 *
 * @param text as sent
 * @param instant what it says
 */
public record CompactInstant(String text, Instant instant) {

  private static final String SHAPE = "ddddddddTddddddZ";
  private static final int DAY_LENGTH = 8;

  /**
   * Reads it.
   *
   * @param header name of the header or parameter, for the message
   * @throws UnreadableSignatureException if the text has another form, or names no instant
   */
  public static CompactInstant parse(String header, String text)
      throws UnreadableSignatureException {
    if (!hasShape(text)) {
      throw wrong(header);
    }
    try {
      return new CompactInstant(text, instant(text));
    } catch (DateTimeException noSuchInstant) {
      throw wrong(header);
    }
  }

  /** Its day, {@code 20150830}. */
  public String day() {
    return text.substring(0, DAY_LENGTH);
  }

  private static Instant instant(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 4, 6),
            number(text, 6, 8),
            number(text, 9, 11),
            number(text, 11, 13),
            number(text, 13, 15))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static boolean hasShape(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = text.charAt(i);
      boolean fits = SHAPE.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableSignatureException wrong(String header) {
    return malformed(header + " is an instant in UTC such as 20150830T123600Z");
  }
}

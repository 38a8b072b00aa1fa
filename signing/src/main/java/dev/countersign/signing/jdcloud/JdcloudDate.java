package dev.countersign.signing.jdcloud;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The instant of signing in its compact form, {@code 20190214T104514Z}.
 *
 * @param text as sent
 */
record JdcloudDate(String text, Instant instant) {

  private static final String SHAPE = "ddddddddTddddddZ";
  private static final int DAY_LENGTH = 8;

  static JdcloudDate parse(String text) throws UnreadableSignatureException {
    if (!hasShape(text)) {
      throw wrong();
    }
    try {
      return new JdcloudDate(text, instant(text));
    } catch (DateTimeException noSuchInstant) {
      throw wrong();
    }
  }

  /** Its day, {@code 20190214}. */
  String day() {
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

  private static UnreadableSignatureException wrong() {
    return malformed("x-jdcloud-date is an instant in UTC such as 20190214T104514Z");
  }
}

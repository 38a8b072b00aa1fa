package dev.countersign.signing.countersign1;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code X-App-Timestamp}: an RFC 3339 instant in UTC with {@code Z} and at most three digits of a
 * fraction. Seconds 60 and hour 24, which {@link Instant#parse} would accept, are refused: other
 * languages read them otherwise or not at all.
 */
final class Countersign1Timestamp {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

  private Countersign1Timestamp() {}

  static String format(Instant instant) {
    return WRITTEN.format(instant);
  }

  static Instant parse(String text) throws UnreadableSignatureException {
    if (!hasShape(text)) {
      throw wrong();
    }
    try {
      return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noSuchInstant) {
      throw wrong();
    }
  }

  private static boolean hasShape(String text) {
    int seconds = SHAPE.length();
    if (text.length() <= seconds || text.charAt(text.length() - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < seconds; i++) {
      boolean fits =
          SHAPE.charAt(i) == 'd' ? isDigit(text.charAt(i)) : text.charAt(i) == SHAPE.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return hasFraction(text.substring(seconds, text.length() - 1));
  }

  private static boolean hasFraction(String text) {
    boolean shape =
        text.isEmpty() || (text.charAt(0) == '.' && text.length() >= 2 && text.length() <= 4);
    return shape && text.chars().skip(1).allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static UnreadableSignatureException wrong() {
    return malformed("X-App-Timestamp is an instant in UTC such as 2026-11-21T19:44:12Z");
  }
}

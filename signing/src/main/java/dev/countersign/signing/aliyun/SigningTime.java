package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The instant of signing: {@code X-Ca-Timestamp}, or {@code Date} where there is none. */
final class SigningTime {

  private static final int MAX_DIGITS = 15;
  private static final List<String> ZONES = List.of(" GMT+00:00", " GMT");

  private SigningTime() {}

  /**
   * @param milliseconds since 1970
   */
  static Instant ofTimestamp(String milliseconds) throws UnreadableSignatureException {
    boolean digits = milliseconds.chars().allMatch(c -> c >= '0' && c <= '9');
    if (milliseconds.isEmpty() || milliseconds.length() > MAX_DIGITS || !digits) {
      throw malformed("X-Ca-Timestamp is a number of milliseconds since 1970");
    }
    return Instant.ofEpochMilli(Long.parseLong(milliseconds));
  }

  /**
   * @param date such as {@code Wed, 09 May 2018 13:30:29 GMT}; {@code GMT+00:00} is the same
   */
  static Instant ofDate(String date) throws UnreadableSignatureException {
    for (String zone : ZONES) {
      if (date.endsWith(zone)) {
        return parsed(date.substring(0, date.length() - zone.length()));
      }
    }
    throw wrong();
  }

  private static Instant parsed(String withoutZone) throws UnreadableSignatureException {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(withoutZone + " GMT"));
    } catch (DateTimeException noSuchInstant) {
      throw wrong();
    }
  }

  private static UnreadableSignatureException wrong() {
    return malformed("Date has a form such as Wed, 09 May 2018 13:30:29 GMT");
  }
}

package dev.countersign.signing.tencent;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The date of RFC 1123 with two digits for the day, {@code Thu, 11 Mar 2021 08:29:58 GMT}. {@code
 * UTC} stands for the same zone: PHP's {@code %Z} prints it. The names are spelled out here because
 * those of a locale change with the JDK.
 */
final class HttpDate {

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .appendText(DAY_OF_WEEK, names("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
          .appendLiteral(", ")
          .append(digits(DAY_OF_MONTH, ' '))
          .appendText(
              MONTH_OF_YEAR,
              names(
                  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                  "Dec"))
          .appendLiteral(' ')
          .appendValue(YEAR, 4)
          .appendLiteral(' ')
          .append(digits(HOUR_OF_DAY, ':'))
          .append(digits(MINUTE_OF_HOUR, ':'))
          .append(digits(SECOND_OF_MINUTE, ' '))
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int ZONE_LETTERS = 3;

  private HttpDate() {}

  /** The instant; empty when the text has another form or names a day that never was. */
  static Optional<Instant> parse(String text) {
    if (!text.endsWith(" GMT") && !text.endsWith(" UTC")) {
      return Optional.empty();
    }
    try {
      String withoutZone = text.substring(0, text.length() - ZONE_LETTERS);
      return Optional.of(LocalDateTime.parse(withoutZone, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchInstant) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter digits(TemporalField field, char after) {
    return new DateTimeFormatterBuilder()
        .appendValue(field, 2)
        .appendLiteral(after)
        .toFormatter(Locale.ROOT);
  }

  private static Map<Long, String> names(String... names) {
    Map<Long, String> byNumber = new HashMap<>();
    for (String name : names) {
      byNumber.put(byNumber.size() + 1L, name);
    }
    return byNumber;
  }
}

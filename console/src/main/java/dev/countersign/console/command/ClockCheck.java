package dev.countersign.console.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Compares clocks: signatures of other clocks than the server's are stale. */
final class ClockCheck {

  private static final String NAME = "clock";

  /** A tenth of the window of the native scheme. */
  private static final Duration TOLERATED = Duration.ofSeconds(30);

  private ClockCheck() {}

  /**
   * @param date the header of this name; {@code null} for none
   */
  static Check of(Instant here, @Nullable String date) {
    try {
      return date == null
          ? Check.fail(NAME, "the server does not tell its time")
          : of(
              here,
              ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
              "the server's");
    } catch (DateTimeException e) {
      return Check.fail(NAME, "the server's Date is no date");
    }
  }

  static Check of(Instant here, Instant there, String whose) {
    Duration apart = Duration.between(there, here).abs();
    String sentence = "this clock and " + whose + " are " + apart.toSeconds() + " s apart";
    return Check.of(NAME, apart.compareTo(TOLERATED) <= 0, sentence);
  }
}

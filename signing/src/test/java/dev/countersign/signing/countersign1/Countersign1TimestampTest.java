package dev.countersign.signing.countersign1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused stands in the vectors; here, which instant is meant. */
class Countersign1TimestampTest {

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "2026-11-21T19:44:12Z, 1795290252000",
    "2026-11-21T19:44:12.5Z, 1795290252500",
    "2026-11-21T19:44:12.05Z, 1795290252050",
    "2026-11-21T19:44:12.005Z, 1795290252005",
    "2028-02-29T23:59:59.999Z, 1835481599999",
    "0000-01-01T00:00:00Z, -62167219200000",
    "9999-12-31T23:59:59Z, 253402300799000",
  })
  void text_isItsInstant(String text, long epochMilliseconds) throws Exception {
    assertEquals(Instant.ofEpochMilli(epochMilliseconds), Countersign1Timestamp.parse(text));
  }

  @Test
  void instant_isWrittenInUtcWhateverTheMachineThinks() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    try {
      Instant instant = Instant.ofEpochMilli(1795290252999L);
      assertEquals("2026-11-21T19:44:12Z", Countersign1Timestamp.format(instant));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}

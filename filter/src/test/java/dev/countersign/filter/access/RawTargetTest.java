package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RawTargetTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/access/targets.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      nullValues = "-",
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false)
  void target_isAcceptedOrRefused_asItsRowSays(
      String sentence, String path, String query, String reason) {
    String rawPath = path == null ? "" : path;
    String rawQuery = query == null ? "" : query;
    if (reason == null || reason.isEmpty()) {
      assertDoesNotThrow(() -> RawTarget.check(rawPath, rawQuery));
    } else {
      Rejection refused =
          assertThrows(Rejection.class, () -> RawTarget.check(rawPath, rawQuery), sentence);
      assertEquals(reason, refused.reason().code());
    }
  }

  @Test
  void everyByteOutsideVisibleAscii_isAmbiguous_inPathAndQuery() {
    for (char c = 0; c < 0x120; c++) {
      if (c >= 0x21 && c <= 0x7e) {
        continue;
      }
      String held = "/a" + c;
      assertThrows(Rejection.class, () -> RawTarget.check(held, ""));
      assertThrows(Rejection.class, () -> RawTarget.check("/a", held));
    }
  }
}

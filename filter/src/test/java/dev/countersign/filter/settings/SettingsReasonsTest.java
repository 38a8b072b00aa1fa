package dev.countersign.filter.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The fuzzed reasons are complete: every setting, and every contradiction, is among them. */
class SettingsReasonsTest {

  private static final Path SOURCE =
      Path.of("src/main/java/dev/countersign/filter/settings/Contradictions.java");
  private static final Path REASONS =
      Path.of(
          "src/test/resources/dev/countersign/filter/settings/SettingsFuzzTestInputs/reasons.txt");

  /** An explanation has a line of its own; its beginning says which it is. */
  private static final Pattern CONTRADICTION = Pattern.compile("(?m)^ +\"([A-Za-z].{19})");

  private static boolean isMissing(String beginning) {
    try {
      return Files.readAllLines(REASONS).stream().noneMatch(each -> each.startsWith(beginning));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everySetting_isRefusedWithAReason() {
    List<String> missing =
        SettingsTable.ALL.stream()
            .map(setting -> setting.name() + " takes another value")
            .filter(SettingsReasonsTest::isMissing)
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyContradictionInTheSource_isAmongTheReasons() throws IOException {
    List<String> texts =
        CONTRADICTION
            .matcher(Files.readString(SOURCE))
            .results()
            .map(MatchResult::group)
            .map(line -> line.strip().substring(1))
            .filter(text -> !text.startsWith("Settings contradict"))
            .toList();
    assertFalse(texts.isEmpty());
    assertEquals(List.of(), texts.stream().filter(SettingsReasonsTest::isMissing).toList());
  }
}

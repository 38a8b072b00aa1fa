package dev.countersign.filter.settings;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.signing.fuzz.FuzzTarget;
import dev.countersign.signing.fuzz.Regression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each line is an init-param, {@code name=value}. */
class SettingsFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final FuzzTarget TARGET = SettingsFuzzTest::outcome;

  @FuzzTest(maxDuration = "20s")
  void anyInput_endsInAReason(byte[] input) throws Exception {
    TARGET.outcomes(input);
  }

  @Test
  void corpus_reachesEveryReason() throws Exception {
    Regression.check(SettingsFuzzTest.class, TARGET);
  }

  private static Set<String> outcome(byte[] input) {
    Map<String, String> parameters = new HashMap<>();
    for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals >= 0) {
        parameters.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    try {
      FilterSettings settings =
          FilterSettings.read(parameters, Path.of(System.getProperty("java.io.tmpdir")), NOW);
      settings.policy();
      settings.cautions();
      settings.challenges();
      return Set.of("readable");
    } catch (SettingsException e) {
      return Set.of(general(String.valueOf(e.getMessage())));
    }
  }

  /** Which setting, and what is wrong with it; nothing of what is written. */
  private static String general(String message) {
    return message
        .replaceFirst("^Settings contradict each other: ", "")
        .replaceFirst("(?s)^Unknown setting .*", "unknown setting")
        .replaceFirst("(?s) is missing\\. .*", " is missing")
        .replaceFirst("(?s)^The setting (\\w+) takes .*", "$1 takes another value")
        .replaceFirst("(?s)^The setting \\w+ holds \\$\\{ without.*", "a placeholder without end")
        .replaceFirst("(?s)^The setting \\w+ holds \\$\\{\\.\\.\\..*", "an unknown placeholder")
        .replaceFirst("(?s)^The setting \\w+ holds .*, but (the \\w+).*", "$1 of a placeholder")
        .replaceFirst("(?s)(?<=environmentFrom=)\\w+: leave.*", "...")
        .replaceFirst("(?s)(?<=schemeOptions has options of )\\S+, which.*", "...")
        .replaceFirst(
            "(?s)(: nothing|: the largest|, so it cannot|, which is all|\\. Known).*", "");
  }
}

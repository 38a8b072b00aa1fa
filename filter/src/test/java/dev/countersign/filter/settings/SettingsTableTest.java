package dev.countersign.filter.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of settings: names and defaults are a promise, and the documentation is the same table.
 */
class SettingsTableTest {

  private static final String PINNED =
      """
      environment = release
      environmentFrom = fixed
      environmentHosts : none
      publicPath : the context path
      authority : any host, with a warning in the log
      apis : required
      schemes = countersign-1
      schemeOptions : each scheme as its page says
      clockSkew = 300s
      foreignClockSkew = 900s
      replay = signature
      compat : Countersign's own answers
      bodyMode = spool
      bodyLimit = 64MiB
      bodyTimeout = 60s
      spoolMemory = 64KiB
      spoolBudget = 1GiB
      spoolDirectory : the temporary directory of the WAR, else of the JVM
      unverifiedBodyLimit = 1MiB
      unverifiedBodyBudget = 64MiB
      unverifiedBodies = 64
      parameterLimit = 1000
      partLimit = 50
      diagnostics = false
      webSocket = refused
      reportOnly : every verdict is enforced
      """;

  @Test
  void namesAndDefaults_arePinned() {
    String table =
        SettingsTable.ALL.stream()
            .map(
                each ->
                    each.name()
                        + (each.fallback() == null
                            ? " : " + each.absent()
                            : " = " + each.fallback()))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(PINNED, table);
  }

  static Stream<Setting<?>> withDefault() {
    return SettingsTable.ALL.stream().filter(each -> each.fallback() != null);
  }

  @ParameterizedTest
  @MethodSource("withDefault")
  void everyDefault_isWithinItsOwnForm(Setting<?> setting) {
    assertTrue(setting.form().reader().apply(setting.fallback()) != null);
  }

  @Test
  void documentation_showsTheTable() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "configuration.md"));
    String rows =
        SettingsTable.ALL.stream().map(SettingsTableTest::row).collect(Collectors.joining("\n"));
    assertTrue(page.contains(rows), "docs/configuration.md needs these rows:\n" + rows);
    List<String> documented =
        page.lines()
            .filter(
                line -> line.startsWith("| `") && line.chars().filter(c -> c == '|').count() == 5)
            .toList();
    assertTrue(documented.size() >= SettingsTable.ALL.size(), "the rows are rows of a table");
  }

  private static String row(Setting<?> setting) {
    String fallback =
        setting.fallback() == null ? setting.absent() : '`' + setting.fallback() + '`';
    return "| `"
        + setting.name()
        + "` | "
        + fallback
        + " | "
        + setting.form().takes()
        + " | "
        + setting.meaning()
        + " |";
  }
}

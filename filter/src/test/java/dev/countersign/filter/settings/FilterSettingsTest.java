package dev.countersign.filter.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.EnvironmentChoice;
import dev.countersign.filter.access.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Init-params as typed values. */
class FilterSettingsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");
  private static final Path TEMPORARY = Path.of("temporary");

  @TempDir Path directory;

  private static FilterSettings read(String... namesAndValues) {
    Map<String, String> written = new HashMap<>(Map.of("apis", "orders"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      written.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return FilterSettings.read(written, TEMPORARY, NOW);
  }

  private static String fault(String... namesAndValues) {
    return assertThrows(SettingsException.class, () -> read(namesAndValues)).getMessage();
  }

  @Test
  void apisAlone_isEnough() {
    FilterSettings settings = read();
    assertEquals(new EnvironmentChoice.Fixed("release"), settings.environments());
    assertEquals(Map.of("orders", "/"), settings.bindings().prefixByGroup());
    assertEquals(Duration.ofMinutes(5), settings.clockSkew());
    assertEquals(64L << 20, settings.body().bodyLimit());
    assertEquals(64 << 10, settings.body().spoolMemory());
    assertEquals(TEMPORARY, settings.body().spoolDirectory());
    assertEquals(Set.of(), settings.authorities());
    assertEquals(List.of("Countersign realm=\"release\""), settings.challenges());
    assertFalse(settings.diagnostics() || settings.webSocketUnprotected());
    assertNull(settings.publicPath());
    assertNull(settings.reportOnlyUntil());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "1024, 1024", "3KiB, 3072", "64MiB, 67108864", "1GiB, 1073741824"})
  void sizes_areReadWithTheirUnit(String text, long bytes) {
    assertEquals(bytes, read("bodyLimit", text).body().bodyLimit());
  }

  @ParameterizedTest
  @CsvSource({
    "1KB",
    "1kib",
    "1 KiB",
    "-1",
    "+1",
    "1.5MiB",
    "KiB",
    "''",
    "0x10",
    "9999999999999",
    "1025GiB",
    "٣"
  })
  void otherSizes_areRefused(String text) {
    assertTrue(fault("bodyLimit", text).startsWith("The setting bodyLimit takes a size such as"));
  }

  @ParameterizedTest
  @CsvSource({"1s, 1", "300s, 300", "5m, 300", "1h, 3600"})
  void durations_areReadWithTheirUnit(String text, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), read("clockSkew", text).clockSkew());
  }

  @ParameterizedTest
  @CsvSource({"0s", "300", "5min", "2h", "PT5M", "-5s"})
  void otherDurations_areRefused(String text) {
    assertTrue(
        fault("clockSkew", text).startsWith("The setting clockSkew takes a duration such as"));
  }

  @Test
  void lists_areReadElementByElement() {
    FilterSettings settings =
        read(
            "apis",
            " a:/x , b:/y/z",
            "authority",
            "A.example:443,b.example:8443",
            "schemes",
            "countersign-1");
    assertEquals(Map.of("a", "/x", "b", "/y/z"), settings.bindings().prefixByGroup());
    assertEquals(Set.of("a.example", "b.example:8443"), settings.authorities());
    assertEquals(1, settings.schemes().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "apis;a:/x,;an element is empty",
        "apis;a:/x,a:/y;\"a\" occurs twice",
        "apis;a:/x,b;\"b\" is not <name>:<value>",
        "apis;a:x;begins with '/'",
        "apis;a:/x/**;a literal path",
        "apis;a:/,b:/x;lies inside",
        "schemes;countersign-1,countersign-1;occurs twice",
        "environmentHosts;a=test,A:80=release;occurs twice",
        "authority;a/b;is no host"
      })
  void illFormedLists_areExplained(String name, String value, String explained) {
    String message =
        name.equals("environmentHosts")
            ? fault("environmentFrom", "host", name, value)
            : fault(name, value);
    assertTrue(message.contains(explained), message);
    assertTrue(message.contains("Known settings: environment, "), message);
  }

  @Test
  void placeholders_areResolvedAndTheirValueIsNeverShown() throws Exception {
    Path file = Files.writeString(directory.resolve("value"), "echo:/echo\n");
    assertEquals(
        Map.of("echo", "/echo"), read("apis", "${file:" + file + "}").bindings().prefixByGroup());
    String path = System.getenv("PATH");
    assertTrue(path != null && path.length() > 1, "the test needs a PATH");
    String message = fault("diagnostics", "${env:PATH}");
    assertTrue(message.contains("not \"${env:PATH}\""), message);
    assertFalse(message.contains(path), message);
    Path carriage = Files.writeString(directory.resolve("windows"), "5m\r\n");
    assertEquals(Duration.ofMinutes(5), read("clockSkew", "${file:" + carriage + "}").clockSkew());
  }

  @ParameterizedTest
  @CsvSource({
    "${env:COUNTERSIGN_NOT_SET}",
    "${file:/no/such/file}",
    "${file:}",
    "${system:x}",
    "${}",
    "a${env:COUNTERSIGN_NOT_SET}b",
    "${env:PATH"
  })
  void unresolvedPlaceholder_isAFault(String value) {
    assertTrue(fault("publicPath", value).startsWith("The setting publicPath holds ${"));
  }

  @Test
  void emptyAndLargeFiles_areFaults() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty"), "");
    Path large = Files.writeString(directory.resolve("large"), "x".repeat(65537));
    assertTrue(fault("publicPath", "${file:" + empty + "}").contains("is empty or above 64 KiB"));
    assertTrue(fault("publicPath", "${file:" + large + "}").contains("is empty or above 64 KiB"));
  }

  @Test
  void summary_showsWhatIsInForceAndNoPlaceholderValue() throws Exception {
    Path file = Files.writeString(directory.resolve("value"), "/secret-path");
    String summary = read("publicPath", "${file:" + file + "}", "partLimit", "7").summary();
    assertTrue(summary.contains("partLimit=7") && summary.contains("clockSkew=300s"), summary);
    assertTrue(summary.contains("publicPath=${file:") && !summary.contains("secret-path"), summary);
  }

  @Test
  void reportOnly_isAtMostThirtyDaysAhead() {
    String month = "2026-12-21T19:44:12Z";
    assertEquals(Instant.parse(month), read("reportOnly", month).reportOnlyUntil());
    assertTrue(fault("reportOnly", "2026-12-21T19:44:13Z").contains("more than 30 days ahead"));
    assertTrue(fault("reportOnly", month, "environmentFrom", "path").contains("out of their path"));
  }

  @Test
  void environmentSettings_contradictEachOther() {
    assertTrue(
        fault("environment", "test", "environmentFrom", "path")
            .contains("environment is written although"));
    String hosts = fault("environmentFrom", "host", "environmentHosts", "a=test", "authority", "b");
    assertTrue(hosts.contains("authority does not answer to"), hosts);
    assertEquals(
        List.of("Countersign realm=\"countersign\""),
        read("environmentFrom", "header").challenges());
  }
}

package dev.countersign.filter.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/migrating.md tells to write into {@code web.xml} can be written there. */
class MigrationGuideTest {

  private static final Pattern EXAMPLE = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PARAMETER =
      Pattern.compile("<param-name>(.*?)</param-name><param-value>(.*?)</param-value>");

  @TempDir private Path directory;

  static List<Map<String, String>> examples() {
    List<Map<String, String>> examples = new ArrayList<>();
    Matcher blocks = EXAMPLE.matcher(page("migrating.md"));
    while (blocks.find()) {
      Map<String, String> settings = new HashMap<>();
      Matcher parameters = PARAMETER.matcher(blocks.group(1));
      while (parameters.find()) {
        settings.put(parameters.group(1), parameters.group(2));
      }
      examples.add(settings);
    }
    return examples;
  }

  private static String page(String name) {
    try {
      return Files.readString(Path.of("..", "docs", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FilterSettings read(Map<String, String> settings) {
    return FilterSettings.read(settings, directory, Instant.parse("2026-11-21T19:44:12Z"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_isAValidConfiguration(Map<String, String> settings) {
    assertFalse(settings.isEmpty());
    assertDoesNotThrow(() -> read(settings));
  }

  @Test
  void everyForeignScheme_hasItsExample() {
    assertEquals(
        Schemes.known().stream().skip(1).map(SignatureScheme::id).sorted().toList(),
        examples().stream()
            .map(settings -> settings.getOrDefault("schemes", ""))
            .sorted()
            .toList());
  }

  @Test
  void everyOptionThatThePageNames_isOne() {
    List<String> known =
        Schemes.known().stream()
            .flatMap(
                scheme ->
                    scheme.options().stream().map(option -> scheme.id() + '.' + option.name()))
            .toList();
    String ids = Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.joining("|"));
    Stream<String> named =
        Pattern.compile("`((?:" + ids + ")\\.[A-Za-z0-9]+)[=`]")
            .matcher(page("migrating.md"))
            .results()
            .map(result -> result.group(1));
    assertEquals(List.of(), named.filter(option -> !known.contains(option)).toList());
  }
}

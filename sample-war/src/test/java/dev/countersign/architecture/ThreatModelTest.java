package dev.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of attacks names a test for each, and the tests it names are there. */
class ThreatModelTest {

  private static final int ATTACKS = 79;
  private static final int MAY_NOT_APPLY = 5;
  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("..");
  private static final Pattern ROW = Pattern.compile("^\\| [A-Z]\\d+ \\|.*", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  private final List<String> rows = rows();

  @Test
  void everyAttack_hasATestOrAReasonWhyItCannotApply() {
    assertEquals(ATTACKS, rows.size());
    List<String> without = rows.stream().filter(row -> !NAMED.matcher(row).find()).toList();
    assertTrue(without.size() <= MAY_NOT_APPLY, without::toString);
    without.forEach(row -> assertTrue(row.contains("cannot apply: "), row));
  }

  @Test
  void everyNamedTest_exists() throws IOException {
    Map<String, String> sources = sources();
    for (String row : rows) {
      for (Matcher named = NAMED.matcher(row); named.find(); ) {
        String source = sources.get(named.group(1));
        assertTrue(source != null, () -> "there is no class " + named.group(1));
        Pattern method =
            Pattern.compile("\n  (void|Stream<DynamicTest>) " + named.group(2) + "\\(");
        assertTrue(method.matcher(source).find(), () -> "there is no test " + named.group());
      }
    }
  }

  private static List<String> rows() {
    try {
      String page = Files.readString(ROOT.resolve("docs/threat-model.md"));
      return ROW.matcher(page).results().map(row -> row.group()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path tests : modules.map(module -> module.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(tests)) {
          addAll(tests, sources);
        }
      }
    }
    return sources;
  }

  private static void addAll(Path tests, Map<String, String> sources) throws IOException {
    try (Stream<Path> files = Files.walk(tests)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }
  }
}

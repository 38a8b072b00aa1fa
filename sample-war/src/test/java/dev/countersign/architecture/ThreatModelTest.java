package dev.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of attacks names a test for each, and the tests it names are there, and run. */
class ThreatModelTest {

  private static final int ATTACKS = 79;
  private static final int MAY_NOT_APPLY = 5;
  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("..");
  private static final Pattern ROW = Pattern.compile("^\\| [A-Z]\\d+ \\|.*", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  /** What JUnit runs is a method with one of these. */
  private static final Pattern TEST =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest)\\b");

  /** And none of these, on the method or on its class. */
  private static final Pattern NOT_ALWAYS =
      Pattern.compile("^ *@(Disabled|Enabled)", Pattern.MULTILINE);

  private static final Pattern CLASS_NOT_ALWAYS =
      Pattern.compile("^@(Disabled|Enabled)", Pattern.MULTILINE);

  /** Of the table of servers: tests, and where they do not run. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("^\\| (`\\w+IT`(?:, `\\w+IT`)*) \\| ([\\w ,.]+) \\|$", Pattern.MULTILINE);

  /** As the page calls them, by what the tests are told. */
  private static final Map<String, String> SERVERS =
      Map.of(
          "Apache Tomcat/10.1", "Tomcat 10.1",
          "Apache Tomcat/11.0", "Tomcat 11",
          "jetty/12.0", "Jetty 12",
          "GlassFish 7", "GlassFish 7");

  private final String page = page();
  private final List<String> rows = ROW.matcher(page).results().map(MatchResult::group).toList();

  @Test
  void everyAttack_hasATestOrAReasonWhyItCannotApply() {
    assertEquals(ATTACKS, rows.size());
    List<String> without = rows.stream().filter(row -> !NAMED.matcher(row).find()).toList();
    assertTrue(without.size() <= MAY_NOT_APPLY, without::toString);
    without.forEach(row -> assertTrue(row.contains("cannot apply: "), row));
  }

  @Test
  void everyNamedTest_existsAndIsRun() throws IOException {
    Map<String, String> sources = sources();
    for (MatchResult named : named()) {
      String source = sources.get(named.group(1));
      assertTrue(source != null, () -> "there is no class " + named.group(1));
      Matcher method =
          Pattern.compile("\n  (void|Stream<DynamicTest>) " + named.group(2) + "\\(")
              .matcher(source);
      assertTrue(method.find(), () -> "there is no test " + named.group());
      // Everything since the last empty line: annotations, and a comment.
      String before = source.substring(source.lastIndexOf("\n\n", method.start()), method.start());
      assertTrue(TEST.matcher(before).find(), () -> "JUnit does not run " + named.group());
      boolean sometimes =
          NOT_ALWAYS.matcher(before).find() || CLASS_NOT_ALWAYS.matcher(source).find();
      assertFalse(sometimes, () -> named.group() + " does not always run");
    }
  }

  @Test
  void integrationTests_runOnAllServersButThoseOfTheTable() throws IOException {
    Map<String, Path> tests = integrationTests();
    Map<String, Set<String>> leftOut = new TreeMap<>();
    for (MatchResult named : named()) {
      Path test = tests.get(named.group(1));
      if (test != null) {
        Set<String> servers = new TreeSet<>(SERVERS.values());
        FailsafeRun.of(ROOT.resolve("sample-war/pom.xml")).stream()
            .filter(run -> run.runs(test))
            .forEach(run -> servers.remove(SERVERS.get(run.server())));
        leftOut.put(named.group(1), servers);
      }
    }
    leftOut.values().removeIf(Set::isEmpty);
    assertEquals(leftOut, saidToBeLeftOut());
  }

  private List<MatchResult> named() {
    return rows.stream().flatMap(row -> NAMED.matcher(row).results()).toList();
  }

  private Map<String, Set<String>> saidToBeLeftOut() {
    Map<String, Set<String>> said = new TreeMap<>();
    for (Matcher row = LEFT_OUT.matcher(page); row.find(); ) {
      for (String test : row.group(1).split(", ", -1)) {
        said.put(test.replace("`", ""), new TreeSet<>(List.of(row.group(2).split(", ", -1))));
      }
    }
    return said;
  }

  private static String page() {
    try {
      return Files.readString(ROOT.resolve("docs/threat-model.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Path> integrationTests() throws IOException {
    Path tests = ROOT.resolve("sample-war/src/test/java");
    try (Stream<Path> files = Files.walk(tests)) {
      return files
          .filter(file -> file.toString().endsWith("IT.java"))
          .map(tests::relativize)
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""), file -> file));
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

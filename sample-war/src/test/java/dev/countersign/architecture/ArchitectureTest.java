package dev.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds in the libraries, and bites in the fixtures. */
class ArchitectureTest {

  private static final String ROOT = "dev.countersign";
  private static final String BROKEN = "dev.countersign.architecture.broken";
  private static final List<String> MODULES =
      List.of("signing", "client", "filter", "persistence", "console");
  private static final int FEWEST_CLASSES = 120;

  private static final JavaClasses LIBRARIES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(MODULES.stream().map(module -> ROOT + "." + module).toList());

  /** Those of all modules, as they were compiled before this one's. */
  private static final JavaClasses TESTS =
      ArchConfiguration.withThreadLocalScope(ArchitectureTest::importTests);

  /** Slow callers, what waits for all others, and a database that is tried again. */
  private static final String[] PAUSING = {
    "SlowBodyTest", "UnreadBodyTest", "SlowBodyIT", "Eventually", "Postgres"
  };

  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(BROKEN);

  /** Without the thousands of classes that they call: what is asked is how the called are named. */
  private static JavaClasses importTests(ArchConfiguration configuration) {
    configuration.setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("architecture/broken"))
        .importPaths(
            Stream.concat(MODULES.stream(), Stream.of("sample-war"))
                .map(module -> Path.of("..", module, "target", "test-classes"))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> rule_holdsInTheLibraries() {
    return ArchitectureRules.below(ROOT).entrySet().stream()
        .map(
            rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(LIBRARIES)));
  }

  @TestFactory
  Stream<DynamicTest> rule_bitesInTheFixtures() {
    return ArchitectureRules.below(BROKEN).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () ->
                        assertTrue(
                            rule.getValue().evaluate(FIXTURES).hasViolation(),
                            "no fixture breaks this rule, or the rule does not see it")));
  }

  @Test
  void tests_doNotSleep() {
    HygieneRules.nobodySleeps(ROOT, PAUSING).check(TESTS);
    assertTrue(HygieneRules.nobodySleeps(ROOT).evaluate(TESTS).hasViolation());
    assertTrue(HygieneRules.nobodySleeps(BROKEN, PAUSING).evaluate(FIXTURES).hasViolation());
  }

  @Test
  void everyModule_wasScanned() {
    for (String module : MODULES) {
      for (JavaClasses scanned : List.of(LIBRARIES, TESTS)) {
        String root = ROOT + "." + module;
        assertTrue(
            scanned.stream().anyMatch(type -> type.getPackageName().startsWith(root)),
            "no class of " + module + " was scanned; were its tests compiled (-am)?");
      }
    }
    assertTrue(LIBRARIES.size() >= FEWEST_CLASSES, "scanned only " + LIBRARIES.size());
  }
}

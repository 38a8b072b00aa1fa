package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code apply-faults.txt}, and what a dry run finds. */
class ApplyFaultsTest extends DatabaseCommands {

  static Stream<Arguments> files() {
    String all = TestLines.text("apply-faults.txt");
    return Arrays.stream(all.split("(?m)^=== "))
        .skip(1)
        .map(
            block -> {
              String[] parts = block.split("\n", 2);
              String[] cells = parts[0].split(" \\| ", 2);
              return Arguments.of(cells[0], cells[1], parts[1].replace("TAB", "\t"));
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileThatIsWrong_isRefusedWithItsLine(String line, String sentence, String content) {
    String file = scene.file("wrong.yaml", content).toString();
    // The file is read before anything is opened.
    CommandScene.Result result = scene.bare("apply", file);
    assertEquals(2, result.code(), result::toString);
    String wanted = "wrong.yaml, line " + line + ": " + sentence;
    assertTrue(result.err().contains(wanted), () -> wanted + "\n" + result.err());
  }

  @ParameterizedTest
  @MethodSource("unmet")
  void whatAGrantNeeds_isMissedByADryRunAsWell(String grant, String sentence) {
    application("default", "billing");
    group("orders");
    String file =
        scene
            .file("wanted.yaml", "applications: [{name: shop}]\ngrants: [" + grant + "]\n")
            .toString();
    CommandScene.Result dry = scene.run("apply", file, "--dry-run");
    CommandScene.Result real = scene.run("apply", file, "--yes");
    assertEquals(1, dry.code(), dry::toString);
    assertTrue(dry.err().contains(sentence), dry::err);
    assertEquals(dry, real);
    assertEquals(1, scene.rows("cs_application"));
  }

  static Stream<Arguments> unmet() {
    String partner = "0123456789abcdef0123456789abcdef";
    return Stream.of(
        Arguments.of(
            "{application: billing, group: orders, environment: nowhere}",
            "there is no environment called nowhere: correct the file, or make it by"),
        Arguments.of(
            "{application: billing, group: nothing, environment: test}",
            "group nothing is neither there nor in the file"),
        Arguments.of(
            "{application: billing, group: orders, api: GET /x, environment: test}",
            "API GET /x of orders is neither there nor in the file"),
        Arguments.of(
            "{application: nobody, group: orders, environment: test}",
            "application nobody is neither there nor in the file"),
        Arguments.of(
            "{applicationId: " + partner + ", group: orders, environment: test}",
            "no such application"));
  }

  @Test
  void environmentThatIsThere_isNoFault() {
    String grants = "grants: [{application: billing, group: orders, environment: test}]\n";
    application("default", "billing");
    group("orders");
    String file = scene.file("wanted.yaml", grants).toString();
    assertEquals(0, scene.run("apply", file, "--dry-run").code());
  }
}

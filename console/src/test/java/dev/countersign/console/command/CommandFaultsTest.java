package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFaultsTest {

  @TempDir private Path folder;
  private CommandScene scene;

  @BeforeEach
  void open() {
    scene = new CommandScene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest(name = "{0} ends with {1} and says: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application list | 2 | say where: either --server or --jdbc-url",
        "application | 2 | Missing required subcommand",
        "nothing | 2 | Unmatched argument",
        "application create | 2 | Missing required option",
        "application list --jdbc-url jdbc:other:x --master-key nothing | 2 | masterKey takes",
        "application list --jdbc-url jdbc:h2:mem:x | 2 | masterKey is missing",
        "application list --jdbc-url jdbc:h2:mem:x --jdbc-password hush | 2 | takes no password",
        "application list --server http://192.0.2.1/console --user a | 2 | use https",
        "application list --server ftp://localhost/ --user a | 2 | address of a console",
        "application list --server https://localhost/ | 2 | needs --user",
        "application list --server https://localhost/ --user a | 2 | nobody to ask",
        "apply missing.yaml --jdbc-url jdbc:h2:mem:x | 2 | cannot be read",
        "import missing.csv --jdbc-url jdbc:h2:mem:x | 2 | cannot be read",
        "sign GET http://localhost/ --app-key KEY-1 --environment test | 2 | the secret is missing",
        "verify missing.http | 2 | cannot be read",
        "doctor | 2 | say where",
      })
  void mistake_isASentence(String line, int code, String sentence) {
    CommandScene.Result result = scene.bare(line.split(" "));
    assertEquals(code, result.code(), result.err());
    assertTrue(result.err().contains(sentence), result.err());
    assertFalse(result.err().contains("hush"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @Test
  void serverThatDoesNotAnswer_isUnavailable() {
    scene.environment.put("COUNTERSIGN_PASSWORD", "hush");
    // Nobody listens at port 1.
    CommandScene.Result result =
        scene.bare("account", "list", "--server", "http://localhost:1/console", "--user", "olga");
    assertEquals(3, result.code(), result.err());
    assertTrue(result.err().startsWith("the server localhost:1 does not answer"), result.err());
  }

  @Test
  void databaseThatDoesNotAnswer_isUnavailable() {
    Path key = folder.resolve("master.key");
    CommandScene.Result result =
        scene.bare(
            "account",
            "list",
            "--jdbc-url",
            "jdbc:postgresql://localhost:1/x",
            "--master-key",
            "file:" + key + "?create");
    assertEquals(3, result.code(), result.err());
    assertTrue(result.err().contains("the database does not answer"), result.err());
  }

  @Test
  void doctorOfWhatDoesNotAnswer_isUnavailable() {
    String key = "file:" + folder.resolve("master.key") + "?create";
    String url = "jdbc:postgresql://localhost:1/x";
    CommandScene.Result away = scene.bare("doctor", "--jdbc-url", url, "--master-key", key);
    assertEquals(3, away.code(), away.toString());
    assertTrue(away.out().contains("ok    settings"), away.out());
    assertTrue(away.out().contains("FAIL  database: "), away.out());
    assertEquals(2, away.out().lines().count(), away.out());

    CommandScene.Result json =
        scene.bare("doctor", "--jdbc-url", url, "--master-key", key, "--json");
    assertEquals(3, json.code());
    assertTrue(json.json().at("/checks/1/unavailable").asBoolean(), json.out());
  }

  @Test
  void doctor_saysWhatIsWrong() {
    CommandScene.Result well = scene.run("doctor");
    assertEquals(0, well.code(), well.out());
    assertEquals(5, well.out().lines().filter(line -> line.startsWith("ok ")).count());
    assertEquals(0, scene.run("session", "show").code());

    String url = "jdbc:h2:mem:empty" + System.nanoTime();
    String key = "file:" + folder.resolve("other.key") + "?create";
    CommandScene.Result empty = scene.bare("doctor", "--jdbc-url", url, "--master-key", key);
    assertEquals(1, empty.code());
    assertTrue(empty.out().contains("FAIL  schema: the tables have version none"), empty.out());
  }

  @Test
  void completion_isAScript() {
    CommandScene.Result result = scene.bare("completion");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("complete -F _complete_countersign"), result.out());
    assertTrue(result.out().contains("end-overlap"));
  }

  @Test
  void help_hidesNothingAndNeedsNoDatabase() {
    assertTrue(scene.bare("--help").out().contains("doctor"));
    CommandScene.Result help = scene.bare("secret", "rotate", "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().contains("--overlap-seconds"), help.out());
    assertTrue(help.out().contains("--jdbc-url"), help.out());
    assertTrue(help.out().contains("${env:NAME}"), help.out());
  }
}

package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandFaultsTest extends DatabaseCommands {

  @Test
  void serverThatDoesNotAnswer_isUnavailable() {
    scene.environment.put("COUNTERSIGN_PASSWORD", "hush");
    // Nobody listens at port 1.
    CommandScene.Result result =
        scene.bare("account", "list", "--server", "http://localhost:1/console", "--user", "olga");
    assertEquals(3, result.code(), result.err());
    assertEquals(
        "the server localhost:1 does not answer: nobody listens there", result.err().strip());
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

    String url = "jdbc:h2:file:" + folder.resolve("empty");
    String key = "file:" + folder.resolve("other.key") + "?create";
    CommandScene.Result none = scene.bare("doctor", "--jdbc-url", url, "--master-key", key);
    assertEquals(1, none.code());
    assertTrue(none.out().contains("FAIL  database: there is no database at jdbc:h2:"), none.out());
    String empty = url + ";IFEXISTS=FALSE";
    CommandScene.Result bare = scene.bare("doctor", "--jdbc-url", empty, "--master-key", key);
    assertEquals(1, bare.code());
    assertTrue(bare.out().contains("FAIL  schema: the tables have version none"), bare.out());
    assertTrue(bare.out().contains("--schema migrate"), bare.out());
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

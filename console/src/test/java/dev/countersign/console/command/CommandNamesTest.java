package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How objects are named, and where secrets go. */
class CommandNamesTest extends DatabaseCommands {

  @Test
  void nameThatIsUnique_namesItsObject() {
    String id = application("default", "billing");
    application("default", "billing two");
    assertEquals(id, scene.json("application", "show", "billing").path("id").asText());
    scene.json("group", "create", "--account", "default", "--name", "orders");
    scene.json(
        "grant",
        "create",
        "--application",
        "billing",
        "--group",
        "orders",
        "--environment",
        "test");
    assertEquals(1, scene.json("application", "grants", "billing").path("items").size());
    assertEquals("test", scene.json("environment", "show", "test").path("name").asText());
    assertEquals("default", scene.json("account", "show", "default").path("name").asText());
    assertEquals(0, scene.run("application", "delete", "billing").code());
    CommandScene.Result gone = scene.run("application", "show", "billing");
    assertEquals(1, gone.code());
    assertTrue(gone.err().startsWith("there is no application called billing,"), gone.err());
  }

  @Test
  void methodAndTemplate_nameAnApi() {
    group("orders");
    application("default", "billing");
    String[] create = {"api", "create", "orders", "--method", "GET", "--template", "/orders/{id}"};
    String id = scene.json(create).path("id").asText();
    String operation = "GET /orders/{id}";
    assertEquals(id, scene.json("api", "show", "orders", operation).path("id").asText());
    String[] grant = {"grant", "create", "--application", "billing", "--environment", "test"};
    List<String> words = new ArrayList<>(List.of(grant));
    words.addAll(List.of("--api", "orders/" + operation));
    JsonNode made = scene.json(words.toArray(String[]::new));
    assertEquals(id, made.path("apiId").asText());
    assertEquals(1, scene.json("api", "grants", "orders", operation).path("items").size());
    scene.run("grant", "revoke", made.path("id").asText());
    assertEquals(0, scene.run("api", "delete", "orders", operation).code());
    assertEquals(1, scene.run("api", "show", "orders", operation).code());
  }

  @Test
  void applicationOfAnotherAccount_isNeverTakenForTheOneThatItIsCalledLike() {
    scene.json("account", "create", "--name", "other");
    String own = application("default", "shop");
    String called = application("other", "default/shop");
    assertEquals(own, scene.json("application", "show", "default/shop").path("id").asText());
    assertEquals(0, scene.run("application", "delete", "default/shop").code());
    assertEquals(1, scene.run("application", "show", "default/shop").code());
    assertEquals(
        called, scene.json("application", "show", "other/default/shop").path("id").asText());
    String slashed = application("other", "nobody/shop");
    assertEquals(slashed, scene.json("application", "show", "nobody/shop").path("id").asText());
  }

  @Test
  void resultThatCannotBeWritten_isNoSuccess() {
    List<String> create =
        new ArrayList<>(List.of("application", "create", "--account", "default", "--name", "x"));
    create.addAll(scene.place());
    StringWriter err = new StringWriter();
    Terminal full = scene.terminal(new PrintWriter(new FullDisk()), new PrintWriter(err));
    assertEquals(1, CommandLineTool.run(full, create.toArray(String[]::new)));
    assertTrue(err.toString().contains("is lost, reset it"), err::toString);
  }

  private static final class FullDisk extends Writer {

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void nameOfTwo_isRefusedWithTheIdsOfBoth() {
    scene.json("account", "create", "--name", "other");
    List<String> ids = List.of(application("default", "shop"), application("other", "shop"));
    CommandScene.Result ambiguous = scene.run("application", "delete", "shop");
    assertEquals(2, ambiguous.code(), ambiguous.toString());
    assertTrue(ambiguous.err().contains("ACCOUNT/NAME"), ambiguous.err());
    ids.forEach(id -> assertTrue(ambiguous.err().contains(id), ambiguous.err()));
    assertEquals(ids.get(1), scene.json("application", "show", "other/shop").path("id").asText());

    application("other", "shop");
    CommandScene.Result still = scene.run("application", "delete", "other/shop");
    assertEquals(2, still.code(), still.toString());
    assertFalse(still.err().contains(ids.get(0)), still.err());
    assertEquals(0, scene.run("application", "delete", ids.get(1)).code());
  }

  @Test
  void secretsFile_holdsWhatCreateRotateAndResetIssue() throws IOException {
    Path created = folder.resolve("created.jsonl");
    String[] create = {"application", "create", "--account", "default", "--name", "billing"};
    CommandScene.Result made = scene.run(with(create, created));
    assertEquals(0, made.code(), made.err());
    JsonNode first = issued(created);
    assertEquals("billing", first.path("application").asText());
    assertFalse(first.path("secret").asText().isEmpty());
    assertFalse((made.out() + made.err()).contains(first.path("secret").asText()));
    assertTrue(made.out().contains(first.path("appKey").asText()));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(created)));
    for (String verb : List.of("rotate", "reset")) {
      Path file = folder.resolve(verb + ".jsonl");
      String[] command = {"secret", verb, "billing", "--json"};
      CommandScene.Result result = scene.run(with(command, file));
      assertEquals(0, result.code(), result.err());
      assertFalse(result.json().has("secret"), result.out());
      assertEquals(first.path("appKey"), issued(file).path("appKey"));
    }
  }

  @Test
  void secretsFileThatIsThere_isNeverOverwritten() throws IOException {
    Path there = scene.file("there.jsonl", "precious\n");
    String[] create = {"application", "create", "--account", "default", "--name", "billing"};
    CommandScene.Result refused = scene.run(with(create, there));
    assertEquals(2, refused.code(), refused.toString());
    assertEquals("precious\n", Files.readString(there));
    assertEquals(0, scene.rows("cs_application"));
  }

  @Test
  void refusedCommand_leavesNoSecretsFile() {
    Path file = folder.resolve("none.jsonl");
    String[] reset = {"secret", "reset", "0123456789abcdef0123456789abcdef"};
    assertEquals(1, scene.run(with(reset, file)).code());
    assertFalse(Files.exists(file));
  }

  private static String[] with(String[] command, Path file) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--secrets-file", file.toString()));
    return all.toArray(String[]::new);
  }

  private static JsonNode issued(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertEquals(1, lines.size());
    return new ObjectMapper().readTree(lines.get(0));
  }
}

package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Rest;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CommandOperationsTest extends DatabaseCommands {

  /** For browsers, and for programs; import has a command of its own. */
  private static final Set<String> NO_COMMANDS =
      Set.of("DELETE /session", "GET /openapi.json", "POST /key-pairs/import");

  @Test
  void everyOperation_hasACommand() {
    Set<String> operations = new TreeSet<>(NO_COMMANDS);
    operations.addAll(Operations.called());
    Set<String> endpoints = new TreeSet<>();
    Rest.endpoints().forEach(one -> endpoints.add(one.method() + " " + one.template()));
    assertEquals(endpoints, operations);
  }

  @Test
  void applicationFromBirthToEnd_isManaged() {
    JsonNode made =
        scene.json("application", "create", "--account", "default", "--name", "billing");
    String id = made.at("/application/id").asText();
    String secret = made.at("/issued/secret").asText();
    assertFalse(secret.isEmpty());

    scene.json("application", "change", id, "--enabled", "false", "--schemes", "aws4,aliyun");
    JsonNode changed = scene.json("application", "show", id);
    assertFalse(changed.path("enabled").asBoolean());
    assertEquals(2, changed.path("schemes").size());

    JsonNode rotated = scene.json("secret", "rotate", id, "--overlap-seconds", "60");
    assertFalse(rotated.path("formerValidUntil").isNull());
    assertEquals(2, scene.json("secret", "list", id).path("items").size());
    CommandScene.Result all = scene.run("application", "list");
    assertTrue(all.out().contains("\tbilling\t"), all.out());
    assertFalse((all.out() + scene.run("audit", "list").out()).contains(secret));

    assertEquals(0, scene.run("application", "delete", id).code());
    CommandScene.Result gone = scene.run("application", "show", id);
    assertEquals(1, gone.code());
    assertTrue(gone.err().startsWith("refused (404 unknown): "), gone.err());
  }

  @Test
  void catalogueAndGrant_areManagedAndExplained() {
    String application = application("default", "shop");
    String group = group("orders");
    scene.json("api", "create", group, "--method", "GET", "--template", "/orders/{id}");
    String[] bind = {
      "authorization", "bind", "default", application, "--group-ids", group, "--environment", "test"
    };
    assertEquals(1, scene.json(bind).path("grants").size());
    JsonNode why =
        scene.json(
            "explain",
            "call",
            "--application-id",
            application,
            "--environment",
            "test",
            "--method",
            "GET",
            "--path",
            "/orders/17");
    assertTrue(why.path("admitted").asBoolean());
    assertEquals(3, scene.json("environment", "list").path("items").size());
  }

  @Test
  void listLongerThanAPage_isPrintedWhole() {
    Path pairs = scene.file("pairs.csv", pairs(205));
    CommandScene.Result imported = scene.run("import", pairs.toString());
    assertEquals(0, imported.code(), imported.err());
    assertEquals(205, scene.json("application", "list").path("items").size());
    assertEquals(10, scene.json("application", "list", "--limit", "10").path("items").size());

    assertTrue(scene.run("import", pairs.toString()).out().startsWith("already-there: 205"));
  }

  @Test
  void importOfAWrongFile_isRefusedWithoutItsSecrets() {
    String secret = "hush-hush-hush-1";
    String lines = "name,appKey,secret,schemes\na,KEY-OF-A,short,tencent\nb,,%s,tencent\n";
    Path pairs = scene.file("wrong.csv", lines.formatted(secret));
    CommandScene.Result refused = scene.run("import", pairs.toString());
    assertEquals(1, refused.code());
    assertTrue(refused.out().contains("line 2 (application 1), secret: "), refused.out());
    assertFalse((refused.out() + refused.err()).contains(secret));
    assertEquals(0, scene.rows("cs_application"));
  }

  @Test
  void importOfAWrongLine_namesNoColumn() {
    String lines = "name,appKey,secret,schemes\na,KEY-OF-A\n";
    CommandScene.Result refused = scene.run("import", scene.file("short.csv", lines).toString());
    assertEquals(1, refused.code());
    assertTrue(
        refused.out().contains("line 2 (application 1): the header names 4 columns"),
        refused.out());
  }

  private static String pairs(int count) {
    StringBuilder lines = new StringBuilder("name,appKey,secret,schemes\n");
    for (int i = 0; i < count; i++) {
      lines.append("n#,OLD-KEY-#,the-old-secret-number-#,tencent\n".replace("#", "" + i));
    }
    return lines.toString();
  }
}

package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandApplyTest extends DatabaseCommands {

  private static final String FILE =
      """
      applications:
        - name: billing
          description: sends invoices
          schemes: [countersign-1, aws4]
        - name: resting
          enabled: false
      groups:
        - name: orders
          apis:
            - GET /orders/{id}
            - operation: POST /orders
              description: a new order
      grants:
        - {application: billing, group: orders, api: "GET /orders/{id}", environment: release,
           roles: [reader, auditor], expiresAt: 2030-01-01T00:00:00.1234Z}
        - {application: resting, group: orders, environment: test}
      """;

  private String file;

  @BeforeEach
  void open() {
    file = scene.file("wanted.yaml", FILE).toString();
  }

  @Test
  void secondRun_changesNothing() {
    CommandScene.Result first = scene.run("apply", file, "--yes");
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains("+ application billing\n"), first.out());
    assertTrue(first.out().contains("8 changes, 8 made"), first.out());
    assertEquals(2, first.out().lines().filter(line -> line.startsWith("secret: ")).count());
    long audits = scene.rows("cs_audit");
    long changes = scene.rows("cs_change");

    CommandScene.Result second = scene.run("apply", file, "--yes");
    assertEquals("0 changes\n", second.out().replace("\r", ""));
    assertEquals(0, second.code());
    assertEquals(audits, scene.rows("cs_audit"));
    assertEquals(changes, scene.rows("cs_change"));
  }

  @Test
  void changedFile_showsAndMakesTheDifference() {
    scene.run("apply", file, "--yes");
    String other =
        FILE.replace("sends invoices", "sends bills").replace("[reader, auditor]", "[reader]");
    String changed = scene.file("changed.yaml", other).toString();
    JsonNode result = scene.json("apply", changed, "--yes");
    assertEquals(2, result.path("made").asInt(), result.toString());
    assertTrue(
        result.path("changes").path(0).asText().contains("\"sends invoices\" -> \"sends bills\""));
    assertEquals(0, scene.json("apply", changed, "--dry-run").path("changes").size());
  }

  @Test
  void dryRunAndNo_changeNothing() {
    CommandScene.Result dry = scene.run("apply", file, "--dry-run");
    assertEquals(0, dry.code());
    assertTrue(dry.out().endsWith("8 changes" + System.lineSeparator()), dry.out());
    CommandScene.Result no = scene.typing("n\n").run("apply", file);
    assertEquals(1, no.code());
    assertTrue(no.err().contains("nothing was changed"), no.err());
    assertEquals(1, scene.run("apply", file).code());
    assertEquals(0, scene.rows("cs_application"));
    assertEquals(0, scene.typing("y\n").run("apply", file).code());
    assertEquals(2, scene.rows("cs_application"));
  }

  @Test
  void secretsFile_holdsThemForItsOwnerOnly() throws IOException {
    Path secrets = folder.resolve("secrets.jsonl");
    String[] command = {"apply", file, "--yes", "--secrets-file", secrets.toString()};
    CommandScene.Result result = scene.run(command);
    assertEquals(0, result.code(), result.err());
    assertFalse(result.out().contains("secret: "), result.out());
    assertEquals(2, Files.readAllLines(secrets).size());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));

    String more = scene.file("more.yaml", "applications: [{name: third}]").toString();
    CommandScene.Result again =
        scene.run("apply", more, "--yes", "--secrets-file", secrets.toString());
    assertEquals(2, again.code());
    assertEquals(2, scene.rows("cs_application"));
  }

  @Test
  void refusedChange_keepsWhatWasMadeAndItsSecret() {
    String bad = FILE.replace("environment: test", "environment: test, roles: [countersign-admin]");
    CommandScene.Result result =
        scene.run("apply", scene.file("bad.yaml", bad).toString(), "--yes", "--json");
    assertEquals(1, result.code());
    assertTrue(result.err().startsWith("stopped after 7 of 8 at: + grant resting"), result.err());
    assertEquals(7, result.json().path("made").asInt());
    assertEquals(2, result.json().path("secrets").size());
  }

  @Test
  void unknownMemberOrTarget_isRefusedBeforeAnyChange() {
    String member = scene.file("member.yaml", "applications:\n  - nme: x\n").toString();
    CommandScene.Result unknown = scene.run("apply", member, "--yes");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("line 2: nme is no member"), unknown.err());
    String target = FILE.replace("api: \"GET /orders/{id}\"", "api: GET /nothing");
    CommandScene.Result nothing =
        scene.run("apply", scene.file("target.yaml", target).toString(), "--yes");
    assertEquals(1, nothing.code());
    assertTrue(nothing.err().contains("GET /nothing of orders is neither"), nothing.err());
    assertEquals(0, scene.rows("cs_application"));
  }
}

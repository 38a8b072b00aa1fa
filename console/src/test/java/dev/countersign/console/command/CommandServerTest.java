package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of many calls over a server, and what goes wrong on the way there. */
class CommandServerTest {

  private static final String WANTED =
      """
      applications: [{name: billing}, {name: shipping}]
      groups: [{name: orders, apis: [GET /orders]}]
      grants: [{application: billing, group: orders, environment: release}]
      """;

  private static final String PAIRS =
      "name,appKey,secret,schemes\nold,OLD-KEY-17,the-old-secret-number-17,tencent\n";

  @TempDir private Path folder;
  private ServerScene server;

  @BeforeEach
  void open() {
    server = ServerScene.form(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void apply_isRepeatedWithoutAnyChange() {
    String file = server.scene.file("wanted.yaml", WANTED).toString();
    String secrets = folder.resolve("secrets.jsonl").toString();
    CommandScene.Result first =
        server.run("apply", file, "--yes", "--secrets-file", secrets, "--json");
    assertEquals(5, first.json().path("made").asInt(), first::toString);
    long audits = server.scene.rows("cs_audit");
    long changes = server.scene.rows("cs_change");
    CommandScene.Result second = server.run("apply", file, "--yes");
    assertEquals("0 changes", second.out().strip(), second::toString);
    assertEquals(audits, server.scene.rows("cs_audit"));
    assertEquals(changes, server.scene.rows("cs_change"));
  }

  @Test
  void keyPairs_arePreviewedAndImported() {
    String file = server.scene.file("pairs.csv", PAIRS).toString();
    CommandScene.Result preview = server.run("import", file, "--preview");
    assertTrue(preview.out().startsWith("importable: 1 "), preview::toString);
    assertEquals(0, server.scene.rows("cs_application"));
    assertTrue(server.run("import", file).out().startsWith("imported: 1 "));
    assertTrue(server.run("import", file).out().startsWith("already-there: 1 "));
    assertEquals(1, server.scene.rows("cs_application"));
  }

  @Test
  void importOfMoreThanAServerTakes_isRefusedBeforeItIsSent() {
    String large = PAIRS + "# ".repeat(2 * 1024 * 1024);
    String file = server.scene.file("large.csv", large).toString();
    CommandScene.Result result = server.run("import", file);
    assertEquals(2, result.code(), result::toString);
    assertTrue(result.err().contains("nothing was sent"), result::err);
    assertTrue(result.err().contains("at most 4194304"), result::err);
    assertTrue(result.err().contains("--jdbc-url"), result::err);
    assertEquals(0, server.scene.rows("cs_application"));
  }

  @Test
  void owner_managesHisOwnAndNothingElse() {
    server.run("application", "create", "--account", "default", "--name", "foreign");
    assertEquals(0, server.run("account", "create", "--name", "anna").code());
    CommandScene.Result made = server.as("anna", "application", "create", "--name", "mine");
    assertEquals(0, made.code(), made::toString);
    assertTrue(server.as("anna", "application", "list").out().contains("\tmine\t"));
    CommandScene.Result foreign = server.as("anna", "application", "show", "foreign");
    assertEquals(1, foreign.code());
    assertTrue(foreign.err().contains("no application called foreign"), foreign::err);
    CommandScene.Result accounts = server.as("anna", "account", "list");
    assertEquals(1, accounts.code());
    assertTrue(accounts.err().startsWith("refused (403 operators-only)"), accounts::err);
    CommandScene.Result nobody = server.as("paul", "session", "show");
    assertTrue(nobody.err().startsWith("refused (403 account-unknown)"), nobody::err);
    CommandScene.Result visitor = server.as("visitor", "session", "show");
    assertTrue(visitor.err().startsWith("refused (403 role-missing)"), visitor::err);
  }

  @Test
  void doctor_tellsServerLoginAndClock() {
    CommandScene.Result well = server.run("doctor");
    assertEquals(0, well.code(), well::toString);
    assertEquals(3, well.out().lines().filter(line -> line.startsWith("ok ")).count());
    server.close();
    CommandScene.Result gone = server.run("doctor");
    assertEquals(3, gone.code(), gone::toString);
    assertTrue(gone.out().startsWith("FAIL  server: the server 127.0.0.1"), gone::out);
    server = ServerScene.form(folder);
  }

  @Test
  void wrongPassword_isRefusedAndNotRepeated() {
    for (ServerScene one : new ServerScene[] {server, ServerScene.basic(folder.resolve("basic"))}) {
      one.scene.environment.put("COUNTERSIGN_PASSWORD", "wrong-password-1");
      CommandScene.Result refused = one.run("account", "list");
      assertEquals(1, refused.code(), refused::toString);
      assertTrue(refused.err().startsWith("refused (401"), refused::err);
      assertTrue(refused.err().contains("no such --user with this password"), refused::err);
      assertFalse(refused.err().contains("wrong-password-1"), refused::err);
      CommandScene.Result doctor = one.run("doctor");
      assertEquals(1, doctor.code());
      assertTrue(doctor.out().contains("FAIL  "), doctor::out);
      if (one != server) {
        one.close();
      }
    }
  }

  @Test
  void serverThatIsNoConsole_isSaidToBeNone() {
    String address = server.site.address().replace("/console", "/elsewhere");
    CommandScene.Result result =
        server.scene.bare("account", "list", "--server", address, "--user", "olga");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("is --server the address of a console?"), result.err());
  }
}

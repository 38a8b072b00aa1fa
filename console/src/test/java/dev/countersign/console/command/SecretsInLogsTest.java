package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.console.ConsoleSite;
import dev.countersign.testing.HeardLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of server and command line hold no secret, however much they are told to say. */
class SecretsInLogsTest {

  private static final String OLD = "the-old-secret-of-another-gateway";
  private static final String BAD = "a-secret-in-a-line-that-is-wrong";

  @TempDir private Path folder;
  private final List<String> issued = new ArrayList<>();

  @Test
  void whateverIsIssuedOrImported_isInNoLogAtAnyLevel() {
    try (HeardLog log = HeardLog.of("");
        ServerScene server = ServerScene.form(folder)) {
      issue(server::run);
      issue(server.scene::run);
      importPairs(server);
      assertTrue(log.lines(line -> line.level().equals(Level.FINEST)).size() > 0, "not at FINEST");
      assertTrue(
          log.lines(line -> line.logger().startsWith("org.apache.")).size() > 0, "no Tomcat");
      assertEquals(6, issued.size());
      issued.forEach(secret -> assertEquals(List.of(), log.lines(holding(secret))));
      // Tomcat itself notes what it receives at such levels, passwords too; nobody else does.
      for (String received : List.of(OLD, BAD, ConsoleSite.PASSWORD, "Basic ")) {
        assertEquals(
            List.of(),
            log.lines(
                holding(received).and(line -> !line.logger().startsWith("org.apache.coyote."))));
      }
    }
  }

  /** As it is, or in base64. */
  private static Predicate<HeardLog.Line> holding(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return line -> line.text().contains(secret) || line.text().contains(encoded);
  }

  private interface Runner {
    CommandScene.Result run(String... arguments);
  }

  private void issue(Runner runner) {
    String name = "billing" + issued.size();
    keep(
        runner.run("application", "create", "--account", "default", "--name", name, "--json"),
        "/issued/secret");
    keep(runner.run("secret", "rotate", name, "--json"), "/secret");
    assertEquals(0, runner.run("secret", "end-overlap", name).code());
    keep(runner.run("secret", "reset", name, "--json"), "/secret");
  }

  private void keep(CommandScene.Result result, String pointer) {
    assertEquals(0, result.code(), result.err());
    String secret = result.json().at(pointer).asText();
    assertFalse(secret.isEmpty());
    issued.add(secret);
  }

  private static void importPairs(ServerScene server) {
    String heading = "name,appKey,secret,schemes\n";
    String good = heading + "old,OLD-KEY-17," + OLD + ",tencent\n";
    String bad = heading + "old,OLD-KEY-18," + BAD + ",no-such-scheme\n";
    assertEquals(0, server.run("import", server.scene.file("good.csv", good).toString()).code());
    assertEquals(1, server.run("import", server.scene.file("bad.csv", bad).toString()).code());
    String broken = "{\"secret\": \"" + BAD + "\", ";
    assertEquals(1, server.run("import", server.scene.file("bad.json", broken).toString()).code());
  }
}

package dev.countersign.console.command;

import dev.countersign.console.ConsoleSite;
import dev.countersign.console.ConsoleXml;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server with a console over a database of its own, and commands that are run over it. */
final class ServerScene implements AutoCloseable {

  final CommandScene scene;
  final ConsoleSite site;

  private ServerScene(CommandScene scene, ConsoleSite site) {
    this.scene = scene;
    this.site = site;
  }

  static ServerScene form(Path folder) {
    CommandScene scene = new CommandScene(folder);
    return new ServerScene(scene, new ConsoleSite(folder, xml(scene, folder)));
  }

  static ServerScene basic(Path folder) {
    CommandScene scene = new CommandScene(folder);
    return new ServerScene(scene, new ConsoleSite(folder, xml(scene, folder).basic()));
  }

  private static ConsoleXml xml(CommandScene scene, Path folder) {
    scene.environment.put("COUNTERSIGN_PASSWORD", ConsoleSite.PASSWORD);
    return ConsoleXml.form(
        Map.of(
            "jdbcUrl",
            scene.url(),
            "schema",
            "migrate",
            "masterKey",
            "file:" + folder.resolve("master.key") + "?create"));
  }

  CommandScene.Result run(String... arguments) {
    return as("olga", arguments);
  }

  CommandScene.Result as(String user, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", site.address(), "--user", user));
    return scene.bare(all.toArray(String[]::new));
  }

  /** A call that the filter refused for want of a grant. */
  String refusal(String applicationId) {
    String id = "00112233445566778899aabbccddeeff";
    try (var connection = DriverManager.getConnection(scene.url());
        var insert =
            connection.prepareStatement(
                "INSERT INTO cs_audit (id, kind, happened_at, request_id, reason, explanation,"
                    + " method, path, application_id) VALUES"
                    + " (?, 'refusal', 1, ?, 'not-granted', 'no grant', 'GET', '/orders/1', ?)")) {
      insert.setString(1, id);
      insert.setString(2, id);
      insert.setString(3, applicationId);
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    site.close();
    scene.close();
  }
}

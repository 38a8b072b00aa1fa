package dev.countersign.console.command;

import dev.countersign.console.ConsoleSite;
import dev.countersign.console.ConsoleXml;
import dev.countersign.console.RecordedRefusal;
import java.nio.file.Path;
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

  String refusal(String applicationId) {
    return RecordedRefusal.of(applicationId, scene.url());
  }

  @Override
  public void close() {
    site.close();
    scene.close();
  }
}

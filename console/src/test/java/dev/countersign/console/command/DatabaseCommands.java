package dev.countersign.console.command;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands, each over a database of its own. */
abstract class DatabaseCommands {

  @TempDir Path folder;
  CommandScene scene;

  @BeforeEach
  final void openScene() {
    scene = new CommandScene(folder);
  }

  @AfterEach
  final void closeScene() {
    scene.close();
  }

  /** Makes an application and answers with its id. */
  final String application(String account, String name) {
    return scene
        .json("application", "create", "--account", account, "--name", name)
        .at("/application/id")
        .asText();
  }

  /** Makes a group of the account {@code default} and answers with its id. */
  final String group(String name) {
    return scene
        .json("group", "create", "--account", "default", "--name", name)
        .path("id")
        .asText();
  }
}

package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every line of {@code mistakes.txt}. */
class MistakesTest extends DatabaseCommands {

  private static final String CLASS_NAME = "(?s).*\\b(java|dev|org)\\.[a-z]+\\.[A-Za-z.]+.*";

  @Test
  void everyMistake_isASentenceThatSaysWhatToDo() {
    application("default", "billing");
    group("orders");
    scene.file("apply.yaml", "applications: [{name: billing}]\n");
    List<String> lines = TestLines.of("mistakes.txt");
    assertFalse(lines.isEmpty());
    List<String> wrong = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(" \\| ", 3);
      CommandScene.Result result = run(cells[1]);
      boolean right =
          result.code() == Integer.parseInt(cells[0])
              && result.err().contains(cells[2])
              && result.out().isEmpty()
              && !result.err().contains("hush")
              && !result.err().contains("\tat ")
              && !result.err().matches(CLASS_NAME);
      if (!right) {
        wrong.add(line + "\n  gives: " + result);
      }
    }
    assertEquals(List.of(), wrong);
    assertFalse(folder.resolve("none.mv.db").toFile().exists());
  }

  private CommandScene.Result run(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.replace("DIR", folder.toString()).split(" ", -1)) {
      switch (word) {
        case "DB" -> words.addAll(scene.place());
        case "NONE" -> words.addAll(none());
        case "''" -> words.add("");
        default -> words.add(word);
      }
    }
    return scene.bare(words.toArray(String[]::new));
  }

  private List<String> none() {
    String url = "jdbc:h2:file:" + folder.resolve("none");
    return List.of(
        "--jdbc-url", url, "--master-key", "file:" + folder.resolve("master.key") + "?create");
  }

  @Test
  void fileOfArguments_isReadAndTwoSignsAreOne() {
    String file = scene.file("where.args", String.join("\n", scene.place())).toString();
    CommandScene.Result made =
        scene.bare(
            "application",
            "create",
            "--account",
            "default",
            "--name",
            "x",
            "--description",
            "@@home",
            "@" + file);
    assertEquals(0, made.code(), made::err);
    assertTrue(made.out().contains("description: @home"), made::out);
  }
}

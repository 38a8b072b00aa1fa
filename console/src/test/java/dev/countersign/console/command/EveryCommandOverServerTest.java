package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command of the table over a real console, where people log in by form or by Basic. */
class EveryCommandOverServerTest {

  private static final String DOCUMENT = "openapi: 3.0.0\npaths: {/parcels: {get: {}}}\n";

  @TempDir private Path folder;

  private record Line(String command, String kept, String expected) {

    static Line of(String text) {
      String[] cells = text.split("\\|", -1);
      return new Line(cells[0].strip(), cells[1].strip(), cells[2].strip());
    }
  }

  private static List<Line> lines() {
    return TestLines.of("server-commands.txt").stream().map(Line::of).toList();
  }

  @Test
  void everyCommandOfTheTable_isInTheFile() {
    Set<String> all = new TreeSet<>(Operations.names());
    Set<String> run = new TreeSet<>();
    for (Line line : lines()) {
      String[] words = line.command().split(" ", 3);
      run.add(words[0] + " " + words[1]);
    }
    assertEquals(all, run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "basic"})
  void everyCommand_isDoneOverAServer(String login) {
    Map<String, String> kept = new HashMap<>();
    try (ServerScene server =
        login.equals("form") ? ServerScene.form(folder) : ServerScene.basic(folder)) {
      kept.put("document", server.scene.file("parcels.yaml", DOCUMENT).toString());
      for (Line line : lines()) {
        if (line.command().startsWith("explain request")) {
          kept.put("refused", server.refusal(kept.get("application")));
        }
        run(server, line, kept);
      }
    }
  }

  private static void run(ServerScene server, Line line, Map<String, String> kept) {
    List<String> words = new ArrayList<>();
    for (String word : line.command().split(" ", -1)) {
      words.add(filled(word, kept));
    }
    words.add("--json");
    CommandScene.Result result = server.run(words.toArray(String[]::new));
    assertEquals(0, result.code(), () -> line + ": " + result);
    String expected = filled(line.expected(), kept);
    assertTrue(result.out().contains(expected), () -> line + ": " + result);
    if (!line.kept().isEmpty()) {
      String[] pair = line.kept().split("=", 2);
      kept.put(pair[0], result.json().at(pair[1]).asText());
    }
  }

  private static String filled(String text, Map<String, String> kept) {
    String filled = text;
    for (Map.Entry<String, String> one : kept.entrySet()) {
      filled = filled.replace("{" + one.getKey() + "}", one.getValue());
    }
    return filled;
  }
}

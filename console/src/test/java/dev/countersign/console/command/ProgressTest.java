package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Progress is for people who wait: at a terminal, or where it is asked for. */
class ProgressTest extends DatabaseCommands {

  private static final int GROUPS = 60;

  private String groups() {
    StringBuilder text = new StringBuilder("groups:\n");
    for (int i = 0; i < GROUPS; i++) {
      text.append("  - name: g").append(i).append('\n');
    }
    return scene.file("groups.yaml", text.toString()).toString();
  }

  private String pairs() {
    String lines = "name,appKey,secret,schemes\na,KEY-OF-A,the-old-secret-of-a,tencent\n";
    return scene.file("pairs.csv", lines).toString();
  }

  @Test
  void scripts_areSparedIt() {
    assertEquals("", scene.run("apply", groups(), "--yes").err());
    assertEquals("", scene.run("import", pairs()).err());
  }

  @Test
  void terminal_isToldHowFarItIs() {
    scene.attended();
    CommandScene.Result applied = scene.run("apply", groups(), "--yes", "--json");
    assertEquals("25 of 60|50 of 60|60 of 60", String.join("|", applied.err().lines().toList()));
    assertEquals(GROUPS, applied.json().path("made").asInt());
    CommandScene.Result imported = scene.run("import", pairs());
    assertTrue(imported.err().startsWith("importing "), imported::err);
    assertTrue(imported.out().startsWith("imported: 1 "), imported::out);
  }

  @Test
  void switch_asksForItAnywhere() {
    String err = scene.run("apply", groups(), "--yes", "--progress").err();
    assertEquals(3, err.lines().filter(line -> line.endsWith(" of 60")).count(), err);
    assertTrue(scene.run("import", pairs(), "--progress").err().startsWith("importing "));
  }
}

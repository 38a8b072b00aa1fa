package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar alone, as people start it. */
class CommandJarIT {

  private static final String JAR = System.getProperty("cli.jar");

  @TempDir private Path folder;

  private String run(int code, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(output);
    assertEquals(code, process.exitValue(), text);
    return text;
  }

  @Test
  void jarAlone_makesTablesAndAnApplication() throws IOException, InterruptedException {
    String text =
        run(
            0,
            "application",
            "create",
            "--account",
            "default",
            "--name",
            "first",
            "--schema",
            "migrate",
            "--jdbc-url",
            "jdbc:h2:" + folder.resolve("db"),
            "--master-key",
            "file:" + folder.resolve("master.key") + "?create");
    assertTrue(text.contains("application.id: "), text);
    assertTrue(text.contains("issued.secret: "), text);
  }

  @Test
  void postgresqlThatIsNotThere_isTheDatabaseNotTheDriver()
      throws IOException, InterruptedException {
    String text =
        run(
            3,
            "account",
            "list",
            "--jdbc-url",
            "jdbc:postgresql://127.0.0.1:1/x",
            "--master-key",
            "file:" + folder.resolve("master.key") + "?create");
    assertTrue(text.contains("the database does not answer"), text);
    assertFalse(text.contains("\tat "), text);
  }
}

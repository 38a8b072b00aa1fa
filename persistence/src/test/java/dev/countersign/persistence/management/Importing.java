package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** An {@link ImportProcess} under way. */
record Importing(Process process, Path output) implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  static Importing start(Path folder, Path file, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Over before a second compiler would pay.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ImportProcess.class.getName()));
    command.add(file.toString());
    settings.forEach((name, value) -> command.add(name + "=" + value));
    Path output = Files.createTempFile(folder, "import", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Importing(process, output);
  }

  void awaitReady() {
    await(ImportProcess.READY, () -> said(ImportProcess.READY));
  }

  /** Until the process has come so far, at most until it ends. */
  void await(String what, Callable<Boolean> condition) {
    Eventually.within(
        PATIENCE,
        what,
        () -> {
          boolean alive = process.isAlive();
          boolean there = condition.call();
          assertTrue(alive || there, this::text);
          return there;
        });
  }

  void begin() throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write('\n');
    }
  }

  /** SIGKILL, at this moment; it may be over by then. */
  void kill(int millis) throws Exception {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertTrue(said(ImportProcess.ENDED) || process.exitValue() != 0, this::text);
  }

  private boolean said(String word) {
    return text().lines().anyMatch(word::equals);
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

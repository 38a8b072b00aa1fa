package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An {@link ImportProcess} under way. */
record Importing(Process process, Path output) implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 120;

  static Importing start(Path folder, Path file, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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

  void awaitReady() throws Exception {
    long deadline = deadline();
    while (!said(ImportProcess.READY)) {
      assertTrue(process.isAlive() || said(ImportProcess.READY), this::text);
      pause(deadline);
    }
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
    assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS));
    assertTrue(said(ImportProcess.ENDED) || process.exitValue() != 0, this::text);
  }

  /** Waits a little, until the deadline or the end of the process. */
  void pause(long deadline) throws Exception {
    assertTrue(System.nanoTime() < deadline, this::text);
    assertTrue(!process.waitFor(2, TimeUnit.MILLISECONDS) || said(ImportProcess.READY), this::text);
  }

  static long deadline() {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
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

package dev.countersign.signing.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other people's programs for tests. */
public final class Programs {

  private static final int SECONDS = 60;

  private Programs() {}

  /**
   * What a program left behind.
   *
   * @param exit its exit code
   * @param out its standard output, as UTF-8
   * @param err its standard error, as UTF-8
   */
  public record Outcome(int exit, String out, String err) {

    /** The standard output, if the program succeeded. */
    public String outOfSuccess() {
      assertEquals(0, exit, () -> "the program failed: " + err);
      return out;
    }
  }

  /** Where a program is missing: a failure under {@code CI=true}, elsewhere the test is skipped. */
  public static void require(String... programs) {
    for (String program : programs) {
      if (isMissing(program)) {
        String message = program + " is not on the PATH, so what it proves is not proved here";
        if ("true".equals(System.getenv("CI"))) {
          fail(message);
        }
        abort(message);
      }
    }
  }

  /** Runs a command with further environment variables and waits for its end. */
  public static Outcome run(Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("program", ".out");
      Path err = Files.createTempFile("program", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int exit = exitOf(builder.start(), command.get(0));
        return new Outcome(exit, read(out), read(err));
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitOf(Process process, String name) {
    try {
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> name + " did not end");
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static boolean isMissing(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .noneMatch(folder -> new File(folder, program).canExecute());
  }
}

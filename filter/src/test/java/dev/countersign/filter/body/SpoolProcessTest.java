package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one spool directory. */
class SpoolProcessTest {

  @TempDir private Path directory;

  /** Runs in the other process: spools a body, says so, and waits to be killed. */
  public static void main(String[] arguments) throws Exception {
    byte[] bytes = new byte[100_000];
    SpoolArea area = SpoolArea.open(Limits.in(Path.of(arguments[0])).memory(1000).build());
    LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), -1, System::nanoTime);
    body.prove(ContentDigest.ofBody(bytes));
    System.out.println(area.path());
    System.out.flush();
    System.in.read();
  }

  @Test
  void liveProcess_keepsItsDirectory_andAKilledOneLeavesNothing() throws Exception {
    Process other = start();
    try {
      Path theirs = Path.of(other.inputReader().readLine());
      SpoolArea.open(limits()).close();
      assertTrue(Files.exists(theirs.resolve("lock")), "swept although its process lives");
      other.destroyForcibly();
      assertTrue(other.waitFor(30, TimeUnit.SECONDS));
      assertEquals(
          List.of(theirs.resolve("lock")), List.of(files(theirs)), "bodies outlived their process");
      SpoolArea.open(limits()).close();
      assertFalse(Files.exists(theirs), "not swept although its process is dead");
    } finally {
      other.destroyForcibly();
    }
  }

  private BodyLimits limits() {
    return Limits.in(directory).build();
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            SpoolProcessTest.class.getName(),
            directory.toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Path[] files(Path in) throws IOException {
    try (var found = Files.list(in)) {
      return found.toArray(Path[]::new);
    }
  }
}

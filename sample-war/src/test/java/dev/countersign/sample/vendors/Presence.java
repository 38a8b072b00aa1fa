package dev.countersign.sample.vendors;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Whether what a driver needs is on this machine. */
final class Presence {

  private static final int PATIENCE_SECONDS = 60;

  private Presence() {}

  /**
   * Where nobody may be missing (CI=true) it is a failure, else a skipped test that says why.
   *
   * @param told how to install what is missing, before that
   */
  static void require(ClientEntry entry, Consumer<String> told) throws InterruptedException {
    if (entry.check().isEmpty() || of(entry.check())) {
      return;
    }
    told.accept(entry.install());
    String message = entry.id() + " is not installed: " + entry.install();
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    abort(message);
  }

  private static boolean of(List<String> check) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(check)
              .directory(VendorClients.DIRECTORY.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}

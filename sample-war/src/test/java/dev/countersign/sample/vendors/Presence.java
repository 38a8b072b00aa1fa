package dev.countersign.sample.vendors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether what a driver needs is on this machine. */
final class Presence {

  private static final int PATIENCE_SECONDS = 60;

  private Presence() {}

  static boolean of(List<String> check, Path directory) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(check)
              .directory(directory.toFile())
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

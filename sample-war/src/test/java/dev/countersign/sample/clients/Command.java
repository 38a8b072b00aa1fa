package dev.countersign.sample.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program and takes down what it says. A program that is missing is a failure. */
record Command(int exitCode, String output) {

  private static final int PATIENCE_SECONDS = 60;

  static Command run(Map<String, String> environment, List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end: " + words + "\n" + output);
      }
      return new Command(process.exitValue(), output);
    } catch (IOException e) {
      throw new AssertionError("it cannot be run: " + words, e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

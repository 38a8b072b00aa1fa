package dev.countersign.sample.stream;

import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.util.Arrays;

/** Threads of the server, in this process, that are in code of the filter. */
final class FilterThreads {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String FILTER = "dev.countersign.filter.";

  private FilterThreads() {}

  /** Until none is left. */
  static void awaitNone() {
    Eventually.equal(PATIENCE, "threads in the filter", 0L, FilterThreads::count);
  }

  private static long count() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(FILTER)))
        .count();
  }
}

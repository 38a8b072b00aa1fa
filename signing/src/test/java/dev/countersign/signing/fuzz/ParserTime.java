package dev.countersign.signing.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long a parser is at work on an input of a megabyte. Processor time of the one thread, so that
 * a machine that is busy with other things does not count, and the best of three where one is too
 * long, so that neither does a parser that is not compiled yet.
 */
final class ParserTime {

  private static final Duration PER_MIB = Duration.ofSeconds(1);
  private static final Duration HANGS = Duration.ofMinutes(2);
  private static final int MIB = 1 << 20;
  private static final int ATTEMPTS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final FuzzTarget target;
  private Duration worst = Duration.ZERO;

  ParserTime(FuzzTarget target) {
    this.target = target;
  }

  /** The longest so far, for each megabyte. */
  Duration worst() {
    return worst;
  }

  /** Fails if it is more than a second for each megabyte, or does not come to an end. */
  void check(byte[] input, String shown) {
    assertTrue(THREADS.isCurrentThreadCpuTimeSupported(), "this JVM does not tell processor time");
    Duration best = once(input);
    for (int i = 1; i < ATTEMPTS && best.compareTo(PER_MIB) > 0; i++) {
      Duration again = once(input);
      best = again.compareTo(best) < 0 ? again : best;
    }
    Duration taken = best;
    assertTrue(best.compareTo(PER_MIB) <= 0, () -> taken + " for each megabyte of " + shown);
    worst = best.compareTo(worst) > 0 ? best : worst;
  }

  private Duration once(byte[] input) {
    long nanos =
        assertTimeoutPreemptively(
            HANGS,
            () -> {
              long before = THREADS.getCurrentThreadCpuTime();
              target.outcomes(input);
              return THREADS.getCurrentThreadCpuTime() - before;
            });
    return Duration.ofNanos((long) ((double) nanos * MIB / input.length));
  }
}

package dev.countersign.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, at most until a deadline. */
public final class Eventually {

  private static final System.Logger LOG = System.getLogger(Eventually.class.getName());
  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  /** Keeps a promise of 2 s below the 10 s after which an unknown key is asked for anyway. */
  private static final int LENIENCY = 4;

  private static final Duration HARD_LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  /** How long it took. */
  public static Duration within(Duration limit, String what, BooleanSupplier condition) {
    return await(limit, 1, what, condition);
  }

  /**
   * Holds what is promised within a time, with room for a slow machine: several times as long, and
   * longer if the machine stood still meanwhile, which shows in how often the condition was asked.
   * Logs what it took.
   */
  public static Duration promised(Duration promise, String what, BooleanSupplier condition) {
    Duration limit = promise.multipliedBy(LENIENCY);
    long rounds = limit.toNanos() / PAUSE_NANOS / 4;
    Duration taken = await(limit, rounds, what, condition);
    LOG.log(Level.INFO, "{0}: promised within {1}, took {2}", what, promise, taken);
    return taken;
  }

  private static Duration await(Duration limit, long rounds, String what, BooleanSupplier asked) {
    long begun = System.nanoTime();
    for (long round = 1; ; round++) {
      // Before the condition, which so has its chance after the longest pause.
      Duration before = since(begun);
      if (asked.getAsBoolean()) {
        return since(begun);
      }
      boolean late = before.compareTo(limit) > 0;
      if (late && (round >= rounds || before.compareTo(HARD_LIMIT) > 0)) {
        fail("not within " + limit + ": " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}

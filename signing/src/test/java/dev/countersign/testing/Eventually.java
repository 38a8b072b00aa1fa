package dev.countersign.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition, at most until a deadline. */
public final class Eventually {

  private static final System.Logger LOG = System.getLogger(Eventually.class.getName());
  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  /** Keeps a promise of 2 s below the 10 s after which an unknown key is asked for anyway. */
  private static final int LENIENCY = 4;

  private static final Duration HARD_LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  /** How long it took. */
  public static Duration within(Duration limit, String what, Callable<Boolean> condition) {
    return await(limit, 1, () -> what, condition);
  }

  /** Until it is so; what it was last is told else. */
  public static <T> Duration equal(Duration limit, String what, T expected, Callable<T> asked) {
    AtomicReference<T> last = new AtomicReference<>(expected);
    return await(
        limit,
        1,
        () -> what + ", expected " + expected + " but was " + last.get(),
        () -> {
          last.set(asked.call());
          return expected.equals(last.get());
        });
  }

  /**
   * Holds what is promised within a time, with room for a slow machine: several times as long, and
   * longer if the machine stood still meanwhile, which shows in how often the condition was asked.
   * Logs what it took.
   */
  public static Duration promised(Duration promise, String what, Callable<Boolean> condition) {
    Duration limit = promise.multipliedBy(LENIENCY);
    long rounds = limit.toNanos() / PAUSE_NANOS / 4;
    Duration taken = await(limit, rounds, () -> what, condition);
    LOG.log(Level.INFO, "{0}: promised within {1}, took {2}", what, promise, taken);
    return taken;
  }

  private static Duration await(
      Duration limit, long rounds, Supplier<String> what, Callable<Boolean> asked) {
    long begun = System.nanoTime();
    for (long round = 1; ; round++) {
      // Before the condition, which so has its chance after the longest pause.
      Duration before = since(begun);
      if (isSo(asked, what)) {
        return since(begun);
      }
      boolean late = before.compareTo(limit) > 0;
      if (late && (round >= rounds || before.compareTo(HARD_LIMIT) > 0)) {
        fail("not within " + limit + ": " + what.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isSo(Callable<Boolean> asked, Supplier<String> what) {
    try {
      return asked.call();
    } catch (Exception e) {
      return fail("cannot be asked: " + what.get(), e);
    }
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}

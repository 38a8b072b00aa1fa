package dev.countersign.persistence.feed;

import dev.countersign.filter.access.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Until when what is kept may be used: so long after the start of the last poll that succeeded.
 * Asked at each decision, so that a poller that died, or a database that is gone, closes the door.
 * Thread-safe.
 *
 * <p>Time is measured twice, by the clock and by the machine's run time, and the longer one counts:
 * the one may be set back, the other stands still while a virtual machine is suspended.
 */
public final class Freshness {

  private final InstantSource clock;
  private final Duration limit;
  private volatile Moment last;

  /** Fresh now, and for so long. */
  public Freshness(InstantSource clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.last = now();
  }

  Moment now() {
    return new Moment(clock.instant(), System.nanoTime());
  }

  /** A poll that began at this moment succeeded, and what it told was applied. */
  void renew(Moment begun) {
    last = begun;
  }

  /**
   * Does nothing while what is kept may be used.
   *
   * @throws StoreUnavailableException afterwards
   */
  public void require() {
    Moment known = last;
    boolean old =
        System.nanoTime() - known.nanos() > limit.toNanos()
            || clock.instant().isAfter(known.instant().plus(limit));
    if (old) {
      throw new StoreUnavailableException(
          "no change was heard of for longer than cacheTime, " + limit);
    }
  }

  record Moment(Instant instant, long nanos) {}
}

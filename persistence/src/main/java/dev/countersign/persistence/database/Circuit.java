package dev.countersign.persistence.database;

import dev.countersign.filter.access.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers that the database was not reached a moment ago, so that calls are refused at once and
 * do not all wait for the same time-out. While it is broken one call a second is let through to
 * try. Thread-safe.
 */
final class Circuit {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nextTry = new AtomicLong();
  private volatile boolean broken;
  private volatile boolean closedForGood;

  /** Lets the call pass, or throws. */
  void pass() {
    if (closedForGood) {
      throw new StoreUnavailableException("the store is closed");
    }
    if (broken && !mayTry(System.nanoTime())) {
      throw new StoreUnavailableException("the database did not answer a moment ago");
    }
  }

  private boolean mayTry(long now) {
    long due = nextTry.get();
    return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE_NANOS);
  }

  void succeeded() {
    if (broken) {
      broken = false;
    }
  }

  /**
   * Takes note of a failure, if it is one of the connection: a slow statement or a lock says
   * nothing about others.
   */
  void failed(Throwable thrown) {
    if (SqlErrors.of(thrown) == SqlErrors.CONNECTION) {
      nextTry.set(System.nanoTime() + PAUSE_NANOS);
      broken = true;
    }
  }

  void close() {
    closedForGood = true;
  }
}

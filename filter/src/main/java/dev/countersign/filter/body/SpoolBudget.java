package dev.countersign.filter.body;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all spools of one instance may take together. Thread-safe. */
final class SpoolBudget {

  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  SpoolBudget(long limit) {
    this.limit = limit;
  }

  /** Takes all of these bytes, or none and answers no. */
  boolean take(long bytes) {
    long before = taken.getAndUpdate(now -> bytes > limit - now ? now : now + bytes);
    return bytes <= limit - before;
  }

  void release(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}

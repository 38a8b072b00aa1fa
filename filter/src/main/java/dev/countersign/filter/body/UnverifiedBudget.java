package dev.countersign.filter.body;

import java.util.HashMap;
import java.util.Map;

/**
 * What bodies may take before anything about them is proved: memory, or threads that read them. One
 * owner gets a share at most, so that whoever knows a single app key cannot keep the others out.
 * Thread-safe.
 */
final class UnverifiedBudget {

  private final long limit;
  private final long share;
  private final Map<String, Long> takenBy = new HashMap<>();
  private long taken;

  /** With the part of it that one owner gets: a half for 2, a quarter for 4. */
  UnverifiedBudget(long limit, int shares) {
    this.limit = limit;
    this.share = limit / shares;
  }

  /** Takes all of it, or nothing and answers no. */
  synchronized boolean take(String owner, long amount) {
    long own = takenBy.getOrDefault(owner, 0L);
    if (amount > limit - taken || amount > share - own) {
      return false;
    }
    taken += amount;
    takenBy.put(owner, own + amount);
    return true;
  }

  synchronized void release(String owner, long amount) {
    taken -= amount;
    takenBy.computeIfPresent(
        owner, (same, own) -> own > amount ? Long.valueOf(own - amount) : null);
  }

  /** Whether nobody gets anything, whoever asks. */
  synchronized boolean isFull() {
    return taken >= limit;
  }

  synchronized long taken() {
    return taken;
  }

  synchronized int owners() {
    return takenBy.size();
  }
}

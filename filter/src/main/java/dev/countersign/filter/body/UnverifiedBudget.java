package dev.countersign.filter.body;

import java.util.HashMap;
import java.util.Map;

/**
 * The memory that bodies may take before anything about them is proved. One owner gets at most a
 * quarter, so that whoever knows a single app key cannot keep the others out. Thread-safe.
 */
final class UnverifiedBudget {

  private static final int SHARES = 4;

  private final long limit;
  private final Map<String, Long> takenBy = new HashMap<>();
  private long taken;

  UnverifiedBudget(long limit) {
    this.limit = limit;
  }

  /** Takes all of these bytes, or none and answers no. */
  synchronized boolean take(String owner, long bytes) {
    long own = takenBy.getOrDefault(owner, 0L);
    if (bytes > limit - taken || bytes > limit / SHARES - own) {
      return false;
    }
    taken += bytes;
    takenBy.put(owner, own + bytes);
    return true;
  }

  synchronized void release(String owner, long bytes) {
    taken -= bytes;
    takenBy.computeIfPresent(owner, (same, own) -> own > bytes ? Long.valueOf(own - bytes) : null);
  }

  synchronized long taken() {
    return taken;
  }

  synchronized int owners() {
    return takenBy.size();
  }
}

package dev.countersign.filter.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Step 2, freshness: signed neither too long ago nor in the future; a one-sided check would let a
 * captured request wait.
 */
final class FreshnessStep {

  private final Duration window;

  FreshnessStep(Duration window) {
    this.window = window;
  }

  void check(Instant signedAt, Instant now) throws Rejection {
    if (Duration.between(signedAt, now).abs().compareTo(window) > 0) {
      throw new Rejection(
          Reason.STALE, "signed " + (signedAt.isBefore(now) ? "before" : "after") + " the window");
    }
  }
}

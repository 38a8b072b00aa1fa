package dev.countersign.filter.access;

import dev.countersign.signing.scheme.PresentedSignature;
import java.time.Instant;

/**
 * Step 2, freshness: signed neither too long ago nor in the future; a one-sided check would let a
 * captured request wait.
 */
final class FreshnessStep {

  private final Windows windows;

  FreshnessStep(Windows windows) {
    this.windows = windows;
  }

  void check(PresentedSignature presented, Instant now) throws Rejection {
    if (!presented.isFresh(now, windows.of(presented))) {
      boolean past = presented.signedAt().isBefore(now);
      throw new Rejection(Reason.STALE, "signed " + (past ? "before" : "after") + " the window");
    }
  }
}

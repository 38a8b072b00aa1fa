package dev.countersign.filter.access;

/**
 * Step 9, limit: an exhausted one refuses; its unit is taken after the nonce, so a replay burns
 * nobody's.
 */
final class LimitStep {

  private final CallLimit limit;

  LimitStep(CallLimit limit) {
    this.limit = limit;
  }

  void check(Admitted candidate) throws Rejection {
    if (limit.isExhausted(candidate.applicationId(), candidate.api())) {
      throw exhausted();
    }
  }

  void take(Admitted admitted) throws Rejection {
    if (!limit.take(admitted.applicationId(), admitted.api())) {
      throw exhausted();
    }
  }

  private static Rejection exhausted() {
    return new Rejection(Reason.RATE_LIMITED, "the application's limit is exhausted");
  }
}

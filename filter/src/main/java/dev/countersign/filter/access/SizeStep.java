package dev.countersign.filter.access;

/**
 * Step 8, size: the declared length is within the limit. The bytes themselves are counted when they
 * are read.
 */
final class SizeStep {

  private final long limit;

  SizeStep(long limit) {
    this.limit = limit;
  }

  void check(BodySource body) throws Rejection {
    if (body.declaredLength() > limit) {
      throw new Rejection(
          Reason.TOO_LARGE, "the declared length is over the limit of " + limit + " bytes");
    }
  }
}

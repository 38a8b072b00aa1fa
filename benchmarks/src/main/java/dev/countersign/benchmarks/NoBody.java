package dev.countersign.benchmarks;

import dev.countersign.filter.access.BodySource;
import dev.countersign.signing.ContentDigest;

/** The body of a GET. */
enum NoBody implements BodySource {
  INSTANCE;

  private static final byte[] NOTHING = new byte[0];

  @Override
  public long declaredLength() {
    return 0;
  }

  @Override
  public void prove(ContentDigest signed) {
    if (!ContentDigest.OF_NOTHING.matches(signed)) {
      throw new IllegalStateException("another body was signed");
    }
  }

  @Override
  public byte[] hold(String owner) {
    return NOTHING;
  }
}

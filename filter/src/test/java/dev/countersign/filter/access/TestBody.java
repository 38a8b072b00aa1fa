package dev.countersign.filter.access;

import dev.countersign.signing.ContentDigest;

/** A body in memory that counts how often it is read. */
final class TestBody implements BodySource {

  static final TestBody EMPTY = new TestBody(new byte[0]);

  private final byte[] bytes;
  private int reads;
  private boolean tooLargeToHold;

  TestBody(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  TestBody tooLargeToHold() {
    tooLargeToHold = true;
    return this;
  }

  int reads() {
    return reads;
  }

  @Override
  public long declaredLength() {
    return bytes.length;
  }

  @Override
  public void prove(ContentDigest signed) throws BodyException {
    reads++;
    if (!ContentDigest.ofBody(bytes).matches(signed)) {
      throw new BodyException(Reason.BODY_MISMATCH, "another digest");
    }
  }

  @Override
  public void checkHoldable() throws BodyException {
    if (tooLargeToHold) {
      throw new BodyException(Reason.TOO_LARGE, "its declared length is too large");
    }
  }

  @Override
  public byte[] hold(String owner) {
    reads++;
    return bytes.clone();
  }
}

package dev.countersign.filter.access;

import dev.countersign.signing.ContentDigest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A body in memory that counts how often it is read. */
final class TestBody implements BodySource {

  static final TestBody EMPTY = new TestBody(new byte[0]);

  private final byte[] bytes;
  private long declared;
  private int reads;
  private boolean held;
  private int heldProofs;
  private @Nullable Reason refusedToAll;

  TestBody(byte[] bytes) {
    this.bytes = bytes.clone();
    this.declared = bytes.length;
  }

  /** Says that it is so long. */
  TestBody declaring(long length) {
    declared = length;
    return this;
  }

  /** Is held for nobody. */
  TestBody refusedToAll(Reason why) {
    refusedToAll = why;
    return this;
  }

  int reads() {
    return reads;
  }

  int heldProofs() {
    return heldProofs;
  }

  @Override
  public long declaredLength() {
    return declared;
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
    if (refusedToAll != null) {
      throw new BodyException(refusedToAll, "it is held for nobody");
    }
  }

  @Override
  public byte[] hold(String owner) {
    reads++;
    held = true;
    return bytes.clone();
  }

  @Override
  public void prove(ContentDigest signed, Consumer<BodyException> late) throws BodyException {
    if (held) {
      heldProofs++;
    } else {
      prove(signed);
    }
  }
}

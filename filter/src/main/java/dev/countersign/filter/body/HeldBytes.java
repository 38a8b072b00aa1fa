package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.Closeable;
import java.util.Arrays;

/** A body in memory before anything about it is proved. One thread reads; any thread may close. */
final class HeldBytes implements Closeable {

  private static final int BUFFER = 8192;

  private final UnverifiedBudget budget;
  private final String owner;
  private long taken;
  private boolean closed;

  HeldBytes(UnverifiedBudget budget, String owner) {
    this.budget = budget;
    this.owner = owner;
  }

  /** Reads all; the array is exactly as long as the body. */
  byte[] readAll(BodyReader reader) throws BodyException {
    byte[] one = new byte[1];
    if (reader.read(one, 0, 1) < 0) {
      return new byte[0];
    }
    // A length that is only declared reserves nothing: memory grows with what arrives.
    byte[] bytes = grow(one, reader.limit());
    int length = 1;
    for (int read = 0; read >= 0; read = reader.read(bytes, length, bytes.length - length)) {
      length += read;
      if (length == bytes.length) {
        bytes = grow(bytes, reader.limit());
      }
    }
    give(bytes.length - length);
    return Arrays.copyOf(bytes, length);
  }

  /** One byte more than allowed has room, so that the reader can see that there is one. */
  private byte[] grow(byte[] bytes, long limit) throws BodyException {
    int size = (int) Math.min(Math.max(BUFFER, bytes.length * 2L), limit + 1);
    take(size - (bytes.length == 1 ? 0 : bytes.length));
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      budget.release(owner, taken);
    }
  }

  private synchronized void take(long bytes) throws BodyException {
    if (closed || !budget.take(owner, bytes)) {
      throw new BodyException(
          Reason.UNAVAILABLE, "the budget for bodies that are not yet proved is exhausted");
    }
    taken += bytes;
  }

  private synchronized void give(long bytes) {
    if (!closed) {
      taken -= bytes;
      budget.release(owner, bytes);
    }
  }
}

package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.Closeable;
import java.util.Arrays;

/**
 * A body in memory before anything about it is proved. While it is read it takes a thread, and only
 * the app key is known of the caller, who may let it trickle: so few are read at the same time. One
 * thread reads; any thread may close.
 */
final class HeldBytes implements Closeable {

  private static final int BUFFER = 8192;

  private final UnverifiedBudget readings;
  private final UnverifiedBudget unproved;
  private final SpoolBudget proved;
  private final String owner;
  private long taken;
  private boolean moved;
  private boolean closed;

  HeldBytes(SpoolArea area, String owner) {
    this.readings = area.readings();
    this.unproved = area.unverified();
    this.proved = area.budget();
    this.owner = owner;
  }

  /** Reads all, if there is room for one more who reads; the array is as long as the body. */
  byte[] read(BodyReader reader) throws BodyException {
    if (!readings.take(owner, 1)) {
      throw crowded();
    }
    try {
      return readAll(reader);
    } finally {
      readings.release(owner, 1);
    }
  }

  /** Too many bodies that nothing proves are being read, in all or for one app key. */
  static BodyException crowded() {
    return new BodyException(
        Reason.UNAVAILABLE, "too many bodies are being read that are not yet proved");
  }

  /**
   * The caller is known now: the bytes no longer count against what strangers share, but among all
   * bodies; where those leave no room, they stay where they are.
   */
  synchronized void prove() {
    if (!closed && !moved && proved.take(taken)) {
      moved = true;
      unproved.release(owner, taken);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (moved) {
      proved.release(taken);
    } else {
      unproved.release(owner, taken);
    }
  }

  private byte[] readAll(BodyReader reader) throws BodyException {
    int first = reader.readFirst();
    if (first < 0) {
      return new byte[0];
    }
    // A length that is only declared reserves nothing: memory grows with what arrives.
    byte[] bytes = grow(new byte[0], reader.limit());
    bytes[0] = (byte) first;
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
    take(size - bytes.length);
    return Arrays.copyOf(bytes, size);
  }

  private synchronized void take(long bytes) throws BodyException {
    if (closed || !unproved.take(owner, bytes)) {
      throw new BodyException(
          Reason.UNAVAILABLE, "the budget for bodies that are not yet proved is exhausted");
    }
    taken += bytes;
  }

  private synchronized void give(long bytes) {
    if (!closed) {
      taken -= bytes;
      unproved.release(owner, bytes);
    }
  }
}

package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read as it arrives, in constant memory. Its last 8 KiB, or all of a shorter one,
 * are withheld until the digest of the whole was the signed one: so nobody reaches the end of a
 * body that is not proved. Thread-safe; two readers would share the bytes.
 */
public final class ArrivingBody {

  private final BodyReader reader;
  private final WithheldBytes bytes;
  private final Consumer<BodyException> late;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicReference<@Nullable BodyException> failure = new AtomicReference<>();
  private volatile boolean closed;
  private volatile @Nullable Listened listened;

  ArrivingBody(BodyReader reader, ContentDigest signed, Consumer<BodyException> late) {
    this.reader = reader;
    this.bytes = new WithheldBytes(reader, signed);
    this.late = late;
  }

  /** The source where it must not be made to wait. */
  public interface Listened {

    /** Whether there is something to read; asks for nothing. */
    boolean hasMore();

    /** Whether all was read. */
    boolean isAtEnd();
  }

  /** Whether the body is proved and the last byte was given. */
  public boolean isFinished() {
    return bytes.isFinished();
  }

  /** What is wrong with the body; {@code null} while nothing is known to be. */
  public @Nullable IOException failure() {
    BodyException failed = failure.get();
    return failed == null ? null : new UnprovedBodyException(failed);
  }

  /** How many bytes can be given without waiting, when the source has so many more. */
  public int available(int more) {
    turn.lock();
    try {
      return bytes.available(more);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Reads at least one byte, waiting for it; -1 after the last one.
   *
   * @throws UnprovedBodyException if the body is not the one signed, or did not arrive whole
   * @throws IOException if the request is over
   */
  public int read(byte[] to, int offset, int count) throws IOException {
    turn.lock();
    try {
      if (closed) {
        throw new IOException("the request is over and its body gone");
      }
      while (bytes.ready() == 0 && !isOver()) {
        receive();
      }
      IOException failed = failure();
      if (failed != null) {
        throw failed;
      }
      return bytes.give(to, offset, count);
    } finally {
      turn.unlock();
    }
  }

  /** Whether a byte can be given; reads on for as long as the source has some without waiting. */
  public boolean receiveWhile(BooleanSupplier sourceIsReady) {
    turn.lock();
    try {
      while (bytes.ready() == 0 && !isOver() && !closed) {
        if (!sourceIsReady.getAsBoolean()) {
          reader.askedInVain();
          return false;
        }
        receive();
      }
      return bytes.ready() > 0 && !closed;
    } finally {
      turn.unlock();
    }
  }

  /** From now on the source is only read when it has something. */
  public void listen(Listened source) {
    listened = source;
  }

  /** The source told that all was read. */
  public void sourceEnded() {
    turn.lock();
    try {
      if (!isOver()) {
        judge();
      }
    } finally {
      turn.unlock();
    }
  }

  /** The source told that it broke. */
  public void sourceFailed(Throwable reported) {
    fail(BodyReader.broken(reported));
  }

  /**
   * Reads what is left, for the proof alone. Where another thread reads at this moment, the request
   * ends before its body, which is a failure.
   */
  void close() {
    if (closed) {
      return;
    }
    if (turn.tryLock()) {
      try {
        drain();
        closed = true;
      } finally {
        turn.unlock();
      }
    } else {
      closed = true;
      fail(new BodyException(Reason.BODY_INCOMPLETE, "the request ended while its body was read"));
    }
  }

  private void drain() {
    while (!isOver()) {
      bytes.discard();
      Listened source = listened;
      if (source == null || source.hasMore()) {
        receive();
      } else if (source.isAtEnd()) {
        judge();
      } else {
        fail(new BodyException(Reason.BODY_INCOMPLETE, "the request ended before its body"));
      }
    }
  }

  private boolean isOver() {
    return bytes.isProved() || failure.get() != null;
  }

  private void receive() {
    try {
      bytes.receive();
    } catch (BodyException e) {
      fail(e);
    }
  }

  private void judge() {
    try {
      bytes.judge();
    } catch (BodyException e) {
      fail(e);
    }
  }

  private void fail(BodyException failed) {
    if (!bytes.isProved() && failure.compareAndSet(null, failed)) {
      late.accept(failed);
    }
  }
}

package dev.countersign.filter;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The verified bytes as the stream of a request. All of them are there, so it never makes anybody
 * wait.
 */
final class VerifiedInputStream extends ServletInputStream implements ListenedStream {

  private final InputStream bytes;
  private final long length;
  private final ReadEvents events;
  private volatile long position;
  private volatile boolean closed;

  VerifiedInputStream(InputStream bytes, long length, ReadEvents events) {
    this.bytes = bytes;
    this.length = length;
    this.events = events;
  }

  @Override
  public int read() throws IOException {
    requireOpen();
    int read = bytes.read();
    if (read >= 0) {
      advance(1);
    }
    return read;
  }

  @Override
  public int read(byte[] to, int offset, int count) throws IOException {
    requireOpen();
    int read = bytes.read(to, offset, count);
    advance(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    requireOpen();
    long skipped = bytes.skip(count);
    advance(skipped);
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, length - position);
  }

  /** As in containers, there is nothing more to read then. */
  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isFinished() {
    return position >= length;
  }

  /** With a listener, no at the end: what follows is told by the listener. */
  @Override
  public boolean isReady() {
    if (!events.hasListener()) {
      return true;
    }
    return !isFinished();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    events.register(listener, this);
  }

  @Override
  public boolean hasData() {
    return !isFinished();
  }

  @Override
  public @Nullable Throwable failure() {
    return null;
  }

  @Override
  public void listen() {
    // Nobody drives it: all is there.
  }

  @Override
  public boolean isDriven() {
    return false;
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the stream was closed");
    }
  }

  /**
   * Read by one thread at a time; the position is volatile for those that ask whether the end is
   * reached.
   */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void advance(long count) {
    if (count > 0) {
      position += count;
      if (isFinished()) {
        events.wake();
      }
    }
  }
}

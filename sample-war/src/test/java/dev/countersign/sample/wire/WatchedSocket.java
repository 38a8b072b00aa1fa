package dev.countersign.sample.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;

/** A socket that nobody can wait at for ever. */
final class WatchedSocket extends Socket {

  private Future<?> deadline;
  private volatile boolean overdue;

  WatchedSocket(long seconds) {
    deadline = Deadline.of(this::giveUp, seconds);
  }

  /** Sets another time, from now on. */
  synchronized void closeIn(long seconds) {
    deadline.cancel(false);
    deadline = Deadline.of(this, seconds);
  }

  /** Says that the other side was silent where it was this one that closed the connection. */
  IOException told(IOException failure) {
    return overdue
        ? (IOException) new SocketTimeoutException("no answer in time").initCause(failure)
        : failure;
  }

  private void giveUp() throws IOException {
    overdue = true;
    close();
  }

  @Override
  public synchronized void close() throws IOException {
    deadline.cancel(false);
    super.close();
  }
}

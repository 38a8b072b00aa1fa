package dev.countersign.sample.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Future;

/** A socket that nobody can wait at for ever. */
final class WatchedSocket extends Socket {

  private Future<?> deadline;

  WatchedSocket(long seconds) {
    deadline = Deadline.of(this, seconds);
  }

  /** Sets another time, from now on. */
  synchronized void closeIn(long seconds) {
    deadline.cancel(false);
    deadline = Deadline.of(this, seconds);
  }

  @Override
  public synchronized void close() throws IOException {
    deadline.cancel(false);
    super.close();
  }
}

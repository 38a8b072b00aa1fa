package dev.countersign.filter.body;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** What one request has taken and has to give back when it is over. Thread-safe. */
final class ClosedTogether implements AutoCloseable {

  private static final Logger LOG = System.getLogger(ClosedTogether.class.getName());

  private final List<Closeable> taken = new ArrayList<>();
  private boolean closed;

  /** Fails once the request is over, so that nothing is taken that nobody gives back. */
  synchronized void add(Closeable resource) throws IOException {
    if (closed) {
      throw new IOException("the request is over and its body gone");
    }
    taken.add(resource);
  }

  @Override
  public void close() {
    for (Closeable each : takenOut()) {
      try {
        each.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "A spooled body could not be closed", e);
      }
    }
  }

  private synchronized List<Closeable> takenOut() {
    closed = true;
    List<Closeable> all = List.copyOf(taken);
    taken.clear();
    return all;
  }
}

package dev.countersign.persistence;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was opened, closed in the opposite order. One part that fails to close does not keep the
 * others open.
 */
final class OpenParts {

  private static final System.Logger LOG = System.getLogger(OpenParts.class.getName());

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  synchronized void close() {
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | LinkageError e) {
      // The latter where a jar is missing, or gone by now.
      LOG.log(Level.WARNING, "a part of the store could not be closed", e);
    }
  }
}

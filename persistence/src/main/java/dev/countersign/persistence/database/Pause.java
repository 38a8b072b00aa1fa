package dev.countersign.persistence.database;

import dev.countersign.filter.access.StoreUnavailableException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits of the calling thread before it tries again what others were in the way of. Nothing tells
 * when they are done, so there is nothing better to wait for than time. Stateless and thread-safe.
 */
public final class Pause {

  private static final int MILLIS = 10;

  private Pause() {}

  /**
   * A random one, up to 10 ms for each attempt so far, so that two that collided do not collide
   * again.
   *
   * @throws StoreUnavailableException if the thread is interrupted meanwhile, and it stays so
   */
  public static void after(int attempt) {
    ofMillis(1 + ThreadLocalRandom.current().nextLong((long) MILLIS * attempt));
  }

  static void ofMillis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted before it was tried again", e);
    }
  }
}

package dev.countersign.persistence.work;

import dev.countersign.filter.access.StoreUnavailableException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A short random wait before the same work is tried again, so that two that collided do not collide
 * again.
 */
final class Pause {

  private static final int MILLIS = 10;

  private Pause() {}

  static void before(int attempt) {
    try {
      Thread.sleep(1 + ThreadLocalRandom.current().nextLong((long) MILLIS * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted before the change was tried again", e);
    }
  }
}

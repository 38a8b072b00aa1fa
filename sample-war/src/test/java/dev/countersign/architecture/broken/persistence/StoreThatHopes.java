package dev.countersign.architecture.broken.persistence;

import java.util.concurrent.TimeUnit;

/** Waits as no test should. */
public final class StoreThatHopes {

  /** Hopes that a moment is enough. */
  public void hope() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1);
  }
}

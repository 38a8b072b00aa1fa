package dev.countersign.filter.body;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Elapsed time that stands until it is moved. Its numbers mean nothing by themselves, as those of
 * {@link System#nanoTime()}: they run over soon after they began.
 */
final class TestClock implements LongSupplier {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }
}

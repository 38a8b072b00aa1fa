package dev.countersign.persistence.store;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import dev.countersign.signing.AppKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Look-ups of keys that were not seen before. They may take only a quarter of the connections:
 * whoever invents keys does not disturb those who are known. Many first calls with one key, as
 * after a start, wait for one look-up and are not taken for many strangers. Thread-safe.
 */
final class Strangers {

  private static final long WAIT_MILLIS = 250;
  private static final long WAIT_FOR_ANOTHER_MILLIS = 2000;

  private final Semaphore places = new Semaphore(Database.POOL_SIZE / 4);
  private final ConcurrentMap<AppKey, CountDownLatch> underWay = new ConcurrentHashMap<>();

  /**
   * Looks up, once another look-up of this key that is under way has ended and nothing is kept
   * then. What that one brought is not handed on: it may have been read before a change that the
   * caller has to see.
   *
   * @throws StoreUnavailableException if there are too many strangers, or the thread is interrupted
   */
  <T> T lookUp(AppKey appKey, Supplier<Optional<T>> kept, Supplier<T> load) {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch another = underWay.putIfAbsent(appKey, done);
    if (another != null) {
      await(another);
      return kept.get().orElseGet(() -> inPlace(load));
    }
    try {
      return inPlace(load);
    } finally {
      underWay.remove(appKey);
      done.countDown();
    }
  }

  @SuppressWarnings("ResultOfMethodCallIgnored")
  private static void await(CountDownLatch another) {
    try {
      // In time or not, the caller goes on by himself.
      another.await(WAIT_FOR_ANOTHER_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private <T> T inPlace(Supplier<T> load) {
    try {
      if (!places.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailableException("too many look-ups of keys not seen before");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return load.get();
    } finally {
      places.release();
    }
  }

  private static StoreUnavailableException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StoreUnavailableException("interrupted while waiting to look up a key", e);
  }
}

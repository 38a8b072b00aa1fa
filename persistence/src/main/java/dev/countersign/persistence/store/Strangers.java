package dev.countersign.persistence.store;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import dev.countersign.signing.AppKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Look-ups of keys that were not seen before. They may take only a quarter of the connections:
 * whoever invents keys does not disturb those who are known. Many first calls with one key, as
 * after a start, wait for one look-up and are not taken for many strangers. Thread-safe.
 */
final class Strangers {

  private static final long WAIT_MILLIS = 250;
  private static final long WAIT_FOR_ANOTHER_MILLIS = 500;
  private static final long WAIT_AMONG_A_FEW_MILLIS = 1500;
  private static final int MOST_WAITING = 64;

  private final Semaphore places = new Semaphore(Database.POOL_SIZE / 4);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final long waitForAnotherMillis;
  private final long waitAmongAFewMillis;
  private final ConcurrentMap<AppKey, CompletableFuture<Boolean>> underWay =
      new ConcurrentHashMap<>();

  Strangers() {
    this(WAIT_FOR_ANOTHER_MILLIS, WAIT_AMONG_A_FEW_MILLIS);
  }

  /** With other times that all, and then a few, may wait for a look-up that is under way. */
  Strangers(long waitForAnotherMillis, long waitAmongAFewMillis) {
    this.waitForAnotherMillis = waitForAnotherMillis;
    this.waitAmongAFewMillis = waitAmongAFewMillis;
  }

  /**
   * Looks up, once another look-up of this key that is under way has ended and nothing is kept
   * then. What that one brought is not handed on: it may have been read before a change that the
   * caller has to see. That it failed, is.
   *
   * @throws StoreUnavailableException if there are too many strangers, the other look-up failed or
   *     takes too long, or the thread is interrupted
   */
  <T> T lookUp(AppKey appKey, Supplier<Optional<T>> kept, Supplier<T> load) {
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    CompletableFuture<Boolean> another = underWay.putIfAbsent(appKey, own);
    if (another != null) {
      await(another);
      return kept.get().orElseGet(() -> inPlace(load));
    }
    boolean loaded = false;
    try {
      T found = inPlace(load);
      loaded = true;
      return found;
    } finally {
      underWay.remove(appKey);
      own.complete(loaded);
    }
  }

  /**
   * All wait half a second, as after a start, and only a few longer: a store that hangs does not
   * hold all threads until its time-out.
   */
  private void await(CompletableFuture<Boolean> another) {
    Optional<Boolean> loaded = ended(another, waitForAnotherMillis);
    if (!loaded.or(() -> endedAtLast(another)).orElse(false)) {
      throw new StoreUnavailableException("another look-up of the key failed, or takes too long");
    }
  }

  private Optional<Boolean> endedAtLast(CompletableFuture<Boolean> another) {
    if (!waiting.tryAcquire()) {
      throw new StoreUnavailableException("too many calls wait for the look-up of a key");
    }
    try {
      return ended(another, waitAmongAFewMillis);
    } finally {
      waiting.release();
    }
  }

  private static Optional<Boolean> ended(CompletableFuture<Boolean> another, long millis) {
    try {
      return Optional.of(another.get(millis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(false);
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

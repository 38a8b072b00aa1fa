package dev.countersign.persistence.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.signing.AppKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Credentials in memory. Keys that nobody has are kept apart, shortly and few, and looking them up
 * may take only a quarter of the connections: whoever invents keys disturbs neither what is kept
 * nor those who are known. Thread-safe.
 */
final class KeptCredentials implements CredentialStore {

  private static final int MOST_KNOWN = 50_000;
  private static final int MOST_SEEN = 200_000;
  private static final int MOST_UNKNOWN = 10_000;
  private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(10);
  private static final Duration IDLE_KEPT = Duration.ofHours(1);
  private static final long WAIT_MILLIS = 250;

  private final CredentialStore store;
  private final Freshness freshness;
  private final Coherence coherence;
  private final Semaphore strangers = new Semaphore(Database.POOL_SIZE / 4);
  private final Cache<AppKey, Credential> known =
      small().maximumSize(MOST_KNOWN).expireAfterAccess(IDLE_KEPT).build();
  private final Cache<AppKey, Boolean> seen = small().maximumSize(MOST_SEEN).build();
  private final Cache<AppKey, Boolean> unknown =
      small().maximumSize(MOST_UNKNOWN).expireAfterWrite(UNKNOWN_KEPT).build();

  KeptCredentials(CredentialStore store, Freshness freshness, Coherence coherence) {
    this.store = store;
    this.freshness = freshness;
    this.coherence = coherence;
  }

  /** Without a pool of threads, which would outlive the WAR. */
  static Caffeine<Object, Object> small() {
    return Caffeine.newBuilder().executor(Runnable::run);
  }

  @Override
  public Optional<Credential> find(AppKey appKey) {
    freshness.require();
    Credential kept = known.getIfPresent(appKey);
    if (kept != null) {
      return Optional.of(kept);
    }
    if (unknown.getIfPresent(appKey) != null) {
      return Optional.empty();
    }
    return seen.getIfPresent(appKey) == null ? loadStranger(appKey) : load(appKey);
  }

  private Optional<Credential> loadStranger(AppKey appKey) {
    boolean admitted = false;
    try {
      admitted = strangers.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (!admitted) {
        throw new StoreUnavailableException("too many look-ups of keys not seen before");
      }
      return load(appKey);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted while waiting to look up a key", e);
    } finally {
      if (admitted) {
        strangers.release();
      }
    }
  }

  private Optional<Credential> load(AppKey appKey) {
    long counted = coherence.count();
    Optional<Credential> loaded = store.find(appKey);
    coherence.keep(
        counted, () -> loaded.ifPresentOrElse(this::keep, () -> unknown.put(appKey, Boolean.TRUE)));
    return loaded;
  }

  private void keep(Credential loaded) {
    known.put(loaded.appKey(), loaded);
    seen.put(loaded.appKey(), Boolean.TRUE);
  }

  /** Called while nothing can be kept. */
  void drop(Touched touched) {
    if (touched.everything()) {
      known.invalidateAll();
      unknown.invalidateAll();
    } else if (!touched.applications().isEmpty()) {
      known
          .asMap()
          .values()
          .removeIf(kept -> touched.applications().contains(kept.applicationId()));
      // One of them may be new, under a key that was asked for before.
      unknown.invalidateAll();
    }
  }
}

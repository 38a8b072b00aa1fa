package dev.countersign.persistence.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.signing.AppKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Credentials in memory. Keys that nobody has are kept apart, shortly and few, and looked up as
 * {@link Strangers}: whoever invents keys disturbs neither what is kept nor those who are known.
 * Thread-safe.
 */
final class KeptCredentials implements CredentialStore {

  private static final int MOST_KNOWN = 50_000;
  private static final int MOST_SEEN = 200_000;
  private static final int MOST_UNKNOWN = 10_000;
  private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(10);
  private static final Duration IDLE_KEPT = Duration.ofHours(1);

  private final CredentialStore store;
  private final Freshness freshness;
  private final Coherence coherence;
  private final Strangers strangers = new Strangers();
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
    return kept(appKey)
        .orElseGet(
            () ->
                seen.getIfPresent(appKey) == null
                    ? strangers.lookUp(appKey, () -> kept(appKey), () -> load(appKey))
                    : load(appKey));
  }

  /** What {@link #find} answers without a look-up, if anything: perhaps that nobody has the key. */
  private Optional<Optional<Credential>> kept(AppKey appKey) {
    Credential credential = known.getIfPresent(appKey);
    if (credential != null) {
      return Optional.of(Optional.of(credential));
    }
    return unknown.getIfPresent(appKey) == null ? Optional.empty() : Optional.of(Optional.empty());
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

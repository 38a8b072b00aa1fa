package dev.countersign.persistence.store;

import com.github.benmanes.caffeine.cache.Cache;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.feed.Freshness;
import java.time.Duration;
import java.util.List;

/**
 * Grants in memory. That there are none is kept apart, shortly and for few: the caller may be who
 * states the environment, and whoever invents names disturbs nobody's grants. Thread-safe.
 */
final class KeptGrants implements GrantStore {

  private static final int MOST = 100_000;
  private static final int MOST_EMPTY = 10_000;
  private static final Duration IDLE_KEPT = Duration.ofHours(1);
  private static final Duration EMPTY_KEPT = Duration.ofSeconds(10);

  private final GrantStore store;
  private final Freshness freshness;
  private final Coherence coherence;
  private final Cache<Asked, List<Grant>> kept =
      KeptCredentials.small().maximumSize(MOST).expireAfterAccess(IDLE_KEPT).build();
  private final Cache<Asked, List<Grant>> empty =
      KeptCredentials.small().maximumSize(MOST_EMPTY).expireAfterWrite(EMPTY_KEPT).build();

  KeptGrants(GrantStore store, Freshness freshness, Coherence coherence) {
    this.store = store;
    this.freshness = freshness;
    this.coherence = coherence;
  }

  @Override
  public List<Grant> find(String applicationId, String environment, Api api) {
    freshness.require();
    Asked asked = new Asked(applicationId, environment, api.id(), api.groupId());
    List<Grant> grants = kept.getIfPresent(asked);
    if (grants == null) {
      grants = empty.getIfPresent(asked);
    }
    return grants == null ? load(asked, api) : grants;
  }

  private List<Grant> load(Asked asked, Api api) {
    long counted = coherence.count();
    List<Grant> loaded = store.find(asked.applicationId(), asked.environment(), api);
    coherence.keep(counted, () -> (loaded.isEmpty() ? empty : kept).put(asked, loaded));
    return loaded;
  }

  /** Called while nothing can be kept. */
  void drop(Touched touched) {
    drop(kept, touched);
    drop(empty, touched);
  }

  private static void drop(Cache<Asked, List<Grant>> cache, Touched touched) {
    if (touched.everything() || touched.catalogue()) {
      cache.invalidateAll();
    } else {
      cache
          .asMap()
          .keySet()
          .removeIf(asked -> touched.applications().contains(asked.applicationId()));
    }
  }

  private record Asked(String applicationId, String environment, String apiId, String groupId) {}
}

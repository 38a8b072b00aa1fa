package dev.countersign.persistence.store;

import com.github.benmanes.caffeine.cache.Cache;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.feed.Freshness;
import java.time.Duration;
import java.util.List;

/** Grants in memory, and that there are none. Thread-safe. */
final class KeptGrants implements GrantStore {

  private static final int MOST = 100_000;
  private static final Duration IDLE_KEPT = Duration.ofHours(1);

  private final GrantStore store;
  private final Freshness freshness;
  private final Coherence coherence;
  private final Cache<Asked, List<Grant>> kept =
      KeptCredentials.small().maximumSize(MOST).expireAfterAccess(IDLE_KEPT).build();

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
    return grants == null ? load(asked, api) : grants;
  }

  private List<Grant> load(Asked asked, Api api) {
    long counted = coherence.count();
    List<Grant> loaded = store.find(asked.applicationId(), asked.environment(), api);
    coherence.keep(counted, () -> kept.put(asked, loaded));
    return loaded;
  }

  /** Called while nothing can be kept. */
  void drop(Touched touched) {
    if (touched.everything() || touched.catalogue()) {
      kept.invalidateAll();
    } else {
      kept.asMap()
          .keySet()
          .removeIf(asked -> touched.applications().contains(asked.applicationId()));
    }
  }

  private record Asked(String applicationId, String environment, String apiId, String groupId) {}
}

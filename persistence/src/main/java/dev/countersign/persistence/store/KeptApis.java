package dev.countersign.persistence.store;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.feed.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue in memory: the same list object until a change is heard of. Thread-safe. */
final class KeptApis implements ApiCatalogue {

  private final ApiCatalogue store;
  private final Freshness freshness;
  private final Coherence coherence;
  private volatile @Nullable List<Api> kept;

  KeptApis(ApiCatalogue store, Freshness freshness, Coherence coherence) {
    this.store = store;
    this.freshness = freshness;
    this.coherence = coherence;
  }

  @Override
  public List<Api> apis() {
    freshness.require();
    List<Api> apis = kept;
    return apis == null ? load() : apis;
  }

  private List<Api> load() {
    long counted = coherence.count();
    List<Api> loaded = List.copyOf(store.apis());
    coherence.keep(counted, () -> keepFirst(loaded));
    List<Api> first = kept;
    return first != null && first.equals(loaded) ? first : loaded;
  }

  private void keepFirst(List<Api> loaded) {
    if (kept == null) {
      kept = loaded;
    }
  }

  /** Called while nothing can be kept. */
  void drop(Touched touched) {
    if (touched.everything() || touched.catalogue()) {
      kept = null;
    }
  }
}

package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.PathTemplate;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.feed.Freshness;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptGrantsTest {

  private static final Api API =
      new Api("api", "group", "orders", "GET", PathTemplate.parse("/orders"));

  private final Coherence coherence = new Coherence();
  private final AtomicInteger loads = new AtomicInteger();
  private final KeptGrants kept =
      new KeptGrants(
          this::load, new Freshness(InstantSource.system(), Duration.ofMinutes(1)), coherence);

  KeptGrantsTest() {
    coherence.register(kept::drop);
  }

  private List<Grant> load(String applicationId, String environment, Api api) {
    loads.incrementAndGet();
    return environment.equals("release")
        ? List.of(new Grant("grant", null, null, Set.of()))
        : List.of();
  }

  @Test
  void inventedEnvironments_evictNobodysGrants() {
    int held = 1_000;
    for (int i = 0; i < held; i++) {
      kept.find("app-" + i, "release", API);
    }
    for (int i = 0; i < 150_000; i++) {
      kept.find("hostile", "invented-" + i, API);
    }
    loads.set(0);
    for (int i = 0; i < held; i++) {
      assertEquals(1, kept.find("app-" + i, "release", API).size());
    }
    assertEquals(0, loads.get());
  }

  @Test
  void absence_isKeptUntilItsApplicationIsTouched() {
    kept.find("app", "test", API);
    kept.find("app", "test", API);
    assertEquals(1, loads.get());
    coherence.drop(new Touched(false, false, Set.of("another")));
    kept.find("app", "test", API);
    assertEquals(1, loads.get());
    coherence.drop(new Touched(false, false, Set.of("app")));
    kept.find("app", "test", API);
    assertEquals(2, loads.get());
  }
}

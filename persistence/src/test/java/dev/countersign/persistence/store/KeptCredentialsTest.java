package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptCredentialsTest {

  private static final AppKey KNOWN = new AppKey("known");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T19:44:12Z"));
  private final InstantSource clock = now::get;
  private final Coherence coherence = new Coherence();
  private final AtomicInteger loads = new AtomicInteger();

  private Credential credential(AppKey key) {
    return new Credential("id-of-" + key, "account", key, true, Set.of("s"), List.of());
  }

  private KeptCredentials kept(CredentialStore store) {
    KeptCredentials kept =
        new KeptCredentials(store, new Freshness(clock, Duration.ofMinutes(1)), coherence);
    coherence.register(kept::drop);
    return kept;
  }

  private Optional<Credential> load(AppKey key) {
    loads.incrementAndGet();
    return key.equals(KNOWN) ? Optional.of(credential(key)) : Optional.empty();
  }

  @Test
  void knownAndUnknownKeys_areLoadedOnceUntilTouched() {
    KeptCredentials kept = kept(this::load);
    AppKey unknown = new AppKey("unknown");
    for (int i = 0; i < 3; i++) {
      assertTrue(kept.find(KNOWN).isPresent());
      assertTrue(kept.find(unknown).isEmpty());
    }
    assertEquals(2, loads.get());
    coherence.drop(new Touched(false, true, Set.of()));
    kept.find(KNOWN);
    assertEquals(2, loads.get());
    coherence.drop(new Touched(false, false, Set.of("id-of-another")));
    kept.find(KNOWN);
    assertEquals(2, loads.get());
    kept.find(unknown);
    assertEquals(3, loads.get());
    coherence.drop(new Touched(false, false, Set.of("id-of-known")));
    kept.find(KNOWN);
    assertEquals(4, loads.get());
    coherence.drop(Touched.EVERYTHING);
    kept.find(KNOWN);
    assertEquals(5, loads.get());
  }

  @Test
  void failingStore_isNotRememberedAsAnAnswer() {
    KeptCredentials kept =
        kept(
            key -> {
              if (loads.incrementAndGet() == 1) {
                throw new StoreUnavailableException("away");
              }
              return Optional.of(credential(key));
            });
    assertThrows(StoreUnavailableException.class, () -> kept.find(KNOWN));
    assertTrue(kept.find(KNOWN).isPresent());
  }

  @Test
  void noPollForCacheTime_refusesWhatIsKept() {
    KeptCredentials kept = kept(this::load);
    assertTrue(kept.find(KNOWN).isPresent());
    now.updateAndGet(instant -> instant.plusSeconds(60));
    assertTrue(kept.find(KNOWN).isPresent());
    now.updateAndGet(instant -> instant.plusMillis(1));
    assertThrows(StoreUnavailableException.class, () -> kept.find(KNOWN));
  }

  @Test
  void floodOfUnknownKeys_takesAQuarterOfTheConnectionsAndLeavesTheKnownAlone() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    KeptCredentials kept =
        kept(
            key -> {
              if (!key.equals(KNOWN)) {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                await(goOn);
                atOnce.decrementAndGet();
              }
              return load(key);
            });
    kept.find(KNOWN);
    ExecutorService flood = Executors.newFixedThreadPool(20);
    try {
      AtomicInteger refused = new AtomicInteger();
      for (int i = 0; i < 20; i++) {
        AppKey invented = new AppKey("invented-" + i);
        flood.execute(
            () -> {
              try {
                kept.find(invented);
              } catch (StoreUnavailableException e) {
                refused.incrementAndGet();
              }
            });
      }
      int quarter = Database.POOL_SIZE / 4;
      Eventually.within(
          Duration.ofSeconds(10), "most are refused", () -> refused.get() == 20 - quarter);
      assertEquals(quarter, most.get());
      coherence.drop(Touched.EVERYTHING);
      // Not kept any more, but seen before: it does not have to queue with the strangers.
      assertTrue(kept.find(KNOWN).isPresent());
    } finally {
      goOn.countDown();
      flood.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

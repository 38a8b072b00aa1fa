package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.NonceStore.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryNonceStoreTest {

  private static final String SCHEME = "countersign-1";

  private final AtomicReference<Instant> now = new AtomicReference<>(Gates.NOW);
  private final MemoryNonceStore store = MemoryNonceStore.create(now::get, 400);

  private boolean claim(String application, String nonce) {
    return claim(application, SCHEME, nonce, now.get().plusSeconds(60));
  }

  private boolean claim(String application, String scheme, String nonce, Instant keepUntil) {
    return store.claim(application, scheme, nonce, "", keepUntil) == Sighting.FIRST;
  }

  @Test
  void signature_isFixedToTheFirstRequestThatArrivesWithIt() {
    Instant end = now.get().plusSeconds(60);
    assertEquals(Sighting.FIRST, store.claim("a", SCHEME, "mac", "request-1", end));
    assertEquals(Sighting.SAME, store.claim("a", SCHEME, "mac", "request-1", end));
    assertEquals(Sighting.OTHER, store.claim("a", SCHEME, "mac", "request-2", end));
    assertEquals(Sighting.SAME, store.claim("a", SCHEME, "mac", "request-1", end));
  }

  @Test
  void nonce_isClaimedOnce_perApplicationAndScheme() {
    assertTrue(claim("a", "nonce"));
    assertFalse(claim("a", "nonce"));
    assertTrue(claim("b", "nonce"));
    assertTrue(claim("a", "other-scheme", "nonce", now.get()));
  }

  @Test
  void nonceClaimedWithAnotherEnd_isStillTheSameNonce() {
    assertTrue(claim("a", SCHEME, "nonce", now.get().plusSeconds(1)));
    assertFalse(claim("a", SCHEME, "nonce", now.get().plusSeconds(900)));
  }

  @Test
  void nonce_isRememberedToItsEnd_andForgottenAfterwards() {
    assertTrue(claim("a", "nonce"));
    now.updateAndGet(instant -> instant.plusSeconds(60));
    assertFalse(claim("a", "nonce"));
    now.updateAndGet(instant -> instant.plusSeconds(6));
    assertTrue(claim("a", "nonce"));
  }

  @Test
  void applicationThatHoldsItsQuarter_isRefused_andOthersAreNot() {
    for (int i = 0; i < 100; i++) {
      assertTrue(claim("a", "nonce-" + i));
    }
    assertThrows(StoreUnavailableException.class, () -> claim("a", "one-more"));
    assertFalse(claim("a", "nonce-7"));
    assertTrue(claim("b", "nonce"));
    now.updateAndGet(instant -> instant.plusSeconds(120));
    assertTrue(claim("a", "one-more"));
  }

  @Test
  void applicationWithoutClaims_isForgotten() {
    for (int i = 0; i < 50; i++) {
      assertTrue(claim("app-" + i, "nonce"));
      assertFalse(claim("app-" + i, "nonce"));
    }
    assertEquals(50, store.applications());
    now.updateAndGet(instant -> instant.plusSeconds(120));
    assertTrue(claim("late", "nonce"));
    assertEquals(1, store.applications());
  }

  @Test
  void fullStore_isUnavailable_toEveryone_andForgetsWhomItRefused() {
    for (String application : List.of("a", "b", "c", "d")) {
      for (int i = 0; i < 100; i++) {
        assertTrue(claim(application, "nonce-" + i));
      }
    }
    assertThrows(StoreUnavailableException.class, () -> claim("e", "nonce"));
    assertEquals(4, store.applications());
  }

  @Test
  void copiesOfOneNonceAtOnce_areClaimedExactlyOnce() throws Exception {
    int threads = 32;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    MemoryNonceStore shared = MemoryNonceStore.create(now::get, 100_000);
    CyclicBarrier start = new CyclicBarrier(threads);
    try {
      for (int round = 0; round < 100; round++) {
        String nonce = "nonce-" + round;
        List<Future<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          claims.add(
              pool.submit(
                  () -> {
                    start.await();
                    return shared.claim("a", SCHEME, nonce, "", now.get().plusSeconds(60))
                        == Sighting.FIRST;
                  }));
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
          won += claim.get() ? 1 : 0;
        }
        assertEquals(1, won);
      }
      assertEquals(1, shared.applications());
    } finally {
      pool.shutdownNow();
    }
  }
}

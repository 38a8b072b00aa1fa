package dev.countersign.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.NonceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of nonces promises. */
public abstract class NonceStoreContract {

  private static final int THREADS = 32;
  private static final int ROUNDS = 100;

  private final Instant later = Instant.now().plusSeconds(660);

  /** An empty store. */
  protected abstract NonceStore store();

  @Test
  void firstClaim_succeedsAndLaterOnesOfTheSameAreRefused() {
    NonceStore store = store();
    assertTrue(store.claim("app1", "countersign-1", "nonce-0123456789", later));
    assertFalse(store.claim("app1", "countersign-1", "nonce-0123456789", later));
    assertFalse(store.claim("app1", "countersign-1", "nonce-0123456789", later.plusSeconds(60)));
  }

  @Test
  void sameNonceOfAnotherApplicationOrScheme_isAnotherNonce() {
    NonceStore store = store();
    assertTrue(store.claim("app1", "countersign-1", "nonce-0123456789", later));
    assertTrue(store.claim("app2", "countersign-1", "nonce-0123456789", later));
    assertTrue(store.claim("app1", "aliyun", "nonce-0123456789", later));
    assertTrue(store.claim("app1", "countersign-1", "NONCE-0123456789", later));
    assertTrue(store.claim("app1", "countersign-1", "nonce-0123456789 ", later));
  }

  @Test
  void partsThatJoinToTheSameText_areDifferentNonces() {
    NonceStore store = store();
    assertTrue(store.claim("app1", "s", "12", later));
    assertTrue(store.claim("app", "1s", "12", later));
    assertTrue(store.claim("app1", "s1", "2", later));
  }

  @Test
  void sameNonceFromManyThreadsAtOnce_isClaimedByExactlyOneInEachRound() throws Exception {
    NonceStore store = store();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier barrier = new CyclicBarrier(THREADS);
      for (int round = 0; round < ROUNDS; round++) {
        String nonce = "round-" + round + "-0123456789";
        List<Future<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          claims.add(
              threads.submit(
                  () -> {
                    barrier.await();
                    return store.claim("app1", "countersign-1", nonce, later);
                  }));
        }
        int claimed = 0;
        for (Future<Boolean> claim : claims) {
          claimed += claim.get() ? 1 : 0;
        }
        assertEquals(1, claimed, nonce);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

package dev.countersign.persistence.contract;

import static dev.countersign.persistence.StoreFixture.LATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.NonceStore.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** What every store of nonces promises. */
public abstract class NonceStoreContract {

  private static final int THREADS = 32;
  private static final int ROUNDS = 100;

  /** An empty store. */
  protected abstract NonceStore store();

  /** Whether a mark that counts alone was claimed by this call. */
  static boolean claim(
      NonceStore store, String application, String scheme, String nonce, Instant keepUntil) {
    return store.claim(application, scheme, nonce, "", keepUntil) == Sighting.FIRST;
  }

  private Sighting claimFor(NonceStore store, String request) {
    return store.claim("app1", "tencent", "0a1b2c", DigestUtils.sha256Hex(request), LATER);
  }

  @Test
  void markOfARequest_isSameForThatRequestAndOtherForAnyOther() {
    NonceStore store = store();
    assertEquals(Sighting.FIRST, claimFor(store, "GET /u?flag"));
    assertEquals(Sighting.SAME, claimFor(store, "GET /u?flag"));
    assertEquals(Sighting.OTHER, claimFor(store, "GET /u?flag="));
    assertEquals(Sighting.SAME, claimFor(store, "GET /u?flag"));
  }

  @Test
  void markClaimedAsANonce_isOtherForARequest() {
    NonceStore store = store();
    assertTrue(claim(store, "app1", "tencent", "0a1b2c", LATER));
    assertEquals(Sighting.OTHER, claimFor(store, "GET /u"));
    assertFalse(claim(store, "app1", "tencent", "0a1b2c", LATER));
  }

  @Test
  void firstClaim_succeedsAndLaterOnesOfTheSameAreRefused() {
    NonceStore store = store();
    assertTrue(claim(store, "app1", "countersign-1", "nonce-0123456789", LATER));
    assertFalse(claim(store, "app1", "countersign-1", "nonce-0123456789", LATER));
    assertFalse(claim(store, "app1", "countersign-1", "nonce-0123456789", LATER.plusSeconds(60)));
  }

  @Test
  void sameNonceOfAnotherApplicationOrScheme_isAnotherNonce() {
    NonceStore store = store();
    assertTrue(claim(store, "app1", "countersign-1", "nonce-0123456789", LATER));
    assertTrue(claim(store, "app2", "countersign-1", "nonce-0123456789", LATER));
    assertTrue(claim(store, "app1", "aliyun", "nonce-0123456789", LATER));
    assertTrue(claim(store, "app1", "countersign-1", "NONCE-0123456789", LATER));
    assertTrue(claim(store, "app1", "countersign-1", "nonce-0123456789 ", LATER));
  }

  @Test
  void partsThatJoinToTheSameText_areDifferentNonces() {
    NonceStore store = store();
    assertTrue(claim(store, "app1", "s", "12", LATER));
    assertTrue(claim(store, "app", "1s", "12", LATER));
    assertTrue(claim(store, "app1", "s1", "2", LATER));
  }

  @Test
  void sameMarkFromManyThreadsForTwoRequests_isFixedForExactlyOneOfThem() throws Exception {
    NonceStore store = store();
    List<Sighting> sightings =
        fromManyThreads(
            thread ->
                store.claim(
                    "app1", "tencent", "mac", DigestUtils.sha256Hex("r" + thread % 2), LATER));
    int winner = sightings.indexOf(Sighting.FIRST);
    for (int thread = 0; thread < THREADS; thread++) {
      Sighting expected = thread % 2 == winner % 2 ? Sighting.SAME : Sighting.OTHER;
      assertEquals(thread == winner ? Sighting.FIRST : expected, sightings.get(thread));
    }
  }

  @Test
  void sameNonceFromManyThreadsAtOnce_isClaimedByExactlyOneInEachRound() throws Exception {
    NonceStore store = store();
    for (int round = 0; round < ROUNDS; round++) {
      String nonce = "round-" + round + "-0123456789";
      List<Sighting> sightings =
          fromManyThreads(thread -> store.claim("app1", "countersign-1", nonce, "", LATER));
      assertEquals(1, Collections.frequency(sightings, Sighting.FIRST), nonce);
    }
  }

  private static List<Sighting> fromManyThreads(IntFunction<Sighting> claim) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier barrier = new CyclicBarrier(THREADS);
      List<Future<Sighting>> claims = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        claims.add(
            threads.submit(
                () -> {
                  barrier.await();
                  return claim.apply(thread);
                }));
      }
      List<Sighting> sightings = new ArrayList<>();
      for (Future<Sighting> each : claims) {
        sightings.add(each.get());
      }
      return sightings;
    } finally {
      threads.shutdownNow();
    }
  }
}

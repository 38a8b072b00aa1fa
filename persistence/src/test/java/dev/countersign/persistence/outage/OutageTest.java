package dev.countersign.persistence.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.NonceStore.Sighting;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The database is killed, or falls silent, under calls. */
class OutageTest {

  private static final System.Logger LOG = System.getLogger(OutageTest.class.getName());

  /** A storeTimeout of 4 s, and what a busy machine may add. */
  private static final Duration STORE_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration BACK = Duration.ofSeconds(5);

  /** What a call is told that was not let through to the database. */
  private static final String AT_ONCE = "the database did not answer a moment ago";

  private static final AppKey KNOWN = new AppKey("shop-key");

  private final AtomicInteger counter = new AtomicInteger();
  private Api api;
  private String application;

  private void seed(StoreFixture fixture) {
    application = fixture.application("shop-key");
    fixture.secret(application, 1, Secret.ofText("secret-secret-secret"), null);
    api = fixture.api("orders", "GET", "/orders");
    fixture.grant(application, "test", api, true, row -> row.describe("x"));
  }

  /** What a call of a known, cached caller asks, but for the nonce. */
  private void knownCall(PersistentStores node) {
    assertTrue(node.credentials().find(KNOWN).isPresent());
    assertEquals(1, node.apis().apis().size());
    assertEquals(1, node.grants().find(application, "test", api).size());
  }

  private boolean claims(PersistentStores node) {
    String nonce = "nonce-0123456789-" + counter.incrementAndGet();
    return node.nonces().claim(application, "countersign-1", nonce, "", StoreFixture.LATER)
        == Sighting.FIRST;
  }

  private AppKey unknown() {
    return new AppKey("unknown-" + counter.incrementAndGet());
  }

  private static Duration refusal(Runnable call) {
    long begun = System.nanoTime();
    assertThrows(StoreUnavailableException.class, call::run);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean works(PersistentStores node) {
    try {
      return node.credentials().find(unknown()).isEmpty() && claims(node);
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  private static void assertTimely(Duration taken, String what) {
    LOG.log(Level.INFO, "{0} took {1}", what, taken);
    assertTrue(taken.compareTo(STORE_TIMEOUT) <= 0, what + " took " + taken);
  }

  @Overlapping
  @Test
  void killedDatabase_servesWhatIsKeptForCacheTimeAndIsBackWithin5s() throws Exception {
    try (Postgres postgres = new Postgres();
        StoreFixture fixture = StoreFixture.on(Postgres.address(postgres.port()), kept("25s"))) {
      seed(fixture);
      PersistentStores jpa = fixture.stores();
      PersistentStores memory = fixture.node(inMemory("25s"));
      fixture.settle(jpa, memory);
      knownCall(jpa);
      knownCall(memory);
      assertTrue(claims(jpa));
      postgres.kill();
      long killed = System.nanoTime();
      outage(jpa, memory);
      Eventually.within(
          Duration.ofSeconds(90),
          "what is kept runs out",
          () -> refusesKnown(jpa) && refusesKnown(memory));
      assertTrue(System.nanoTime() - killed > Duration.ofSeconds(10).toNanos(), "too soon");
      postgres.restart();
      Eventually.promised(BACK, "it is back", () -> works(jpa) && works(memory));
      knownCall(jpa);
      knownCall(memory);
    }
  }

  @Overlapping
  @Test
  void silentDatabase_servesWhatIsKeptAndIsBackWithin5s() throws Exception {
    try (Postgres postgres = new Postgres();
        SilentProxy proxy = new SilentProxy(postgres.port());
        StoreFixture fixture = StoreFixture.on(Postgres.address(proxy.port()), kept("2m"))) {
      seed(fixture);
      PersistentStores jpa = fixture.stores();
      PersistentStores memory = fixture.node(inMemory("2m"));
      fixture.settle(jpa, memory);
      knownCall(jpa);
      knownCall(memory);
      proxy.fallSilent();
      outage(jpa, memory);
      assertTimely(refusal(() -> fixture.application("another")), "a management call");
      proxy.speak();
      Eventually.promised(BACK, "it is back", () -> works(jpa) && works(memory));
      knownCall(jpa);
      knownCall(memory);
    }
  }

  private static Map<String, String> kept(String cacheTime) {
    return Map.of("storeTimeout", "4s", "cacheTime", cacheTime, "pollInterval", "1s");
  }

  private static Map<String, String> inMemory(String cacheTime) {
    return Map.of(
        "storeTimeout", "4s", "cacheTime", cacheTime, "pollInterval", "1s", "nonceStore", "memory");
  }

  private boolean refusesKnown(PersistentStores node) {
    try {
      return node.credentials().find(KNOWN).isEmpty();
    } catch (StoreUnavailableException e) {
      return true;
    }
  }

  /**
   * Many threads at once: the first ones wait for their time-out, later ones are refused at once.
   */
  private void outage(PersistentStores jpa, PersistentStores memory) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(40);
    try {
      List<Future<Duration>> refusals = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        refusals.add(callers.submit(() -> refusal(() -> claims(jpa))));
        refusals.add(callers.submit(() -> refusal(() -> jpa.credentials().find(unknown()))));
      }
      Duration longest = Duration.ZERO;
      for (Future<Duration> refusal : refusals) {
        Duration taken = refusal.get(60, TimeUnit.SECONDS);
        longest = taken.compareTo(longest) > 0 ? taken : longest;
      }
      assertTimely(longest, "the longest refusal");
      assertRefusedAtOnce(jpa);
      knownCall(jpa);
      knownCall(memory);
      assertTrue(claims(memory));
      refusal(() -> memory.credentials().find(unknown()));
    } finally {
      callers.shutdownNow();
    }
  }

  /** Of many calls one a second may try; the wait of that one does not count. */
  private void assertRefusedAtOnce(PersistentStores node) {
    Duration between = Duration.ZERO;
    int tried = 0;
    for (int i = 0; i < 20; i++) {
      long begun = System.nanoTime();
      String told = assertThrows(StoreUnavailableException.class, () -> claims(node)).getMessage();
      if (AT_ONCE.equals(told)) {
        between = between.plusNanos(System.nanoTime() - begun);
      } else {
        tried++;
      }
    }
    long most = between.toSeconds() + 5;
    assertTrue(tried <= most, tried + " tried, " + between + " passed between");
  }
}

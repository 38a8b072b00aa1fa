package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.database.Timeouts;
import dev.countersign.persistence.feed.FeedPoller;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.persistence.work.Transactions;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load that has read the old rows and is held up while they change and two polls pass. */
class SlowLoadTest {

  private final DatabaseAddress.Jdbc address = TestDatabases.Product.POSTGRESQL.empty();
  private final StoreFixture fixture = StoreFixture.on(address, Map.of());
  private final Database database = Database.open(address, new Timeouts(Duration.ofSeconds(10)));
  private final Coherence coherence = new Coherence();
  private final Freshness freshness = new Freshness(InstantSource.system(), Duration.ofMinutes(1));
  private final AtomicInteger drops = new AtomicInteger();
  private final FeedPoller poller =
      FeedPoller.start(database, this::drop, freshness, Duration.ofMillis(100));
  private final ExecutorService loader = Executors.newSingleThreadExecutor();
  private final CountDownLatch read = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private Transactions transactions;

  private void drop(Touched touched) {
    coherence.drop(touched);
    drops.incrementAndGet();
  }

  @BeforeEach
  void open() {
    transactions = fixture.stores().foundation().transactions();
  }

  @AfterEach
  void close() {
    goOn.countDown();
    loader.shutdownNow();
    poller.close();
    database.close();
    fixture.close();
  }

  /** Reads, says so, and answers only when it may; later reads pass. */
  private <T> T heldUp(Supplier<T> reading) {
    T answer = reading.get();
    if (read.getCount() > 0) {
      read.countDown();
      try {
        assertTrue(goOn.await(20, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return answer;
  }

  /** The change is known to this node, and two more polls have passed. */
  private void changeWhileHeldUp(Runnable change) throws InterruptedException {
    assertTrue(read.await(20, TimeUnit.SECONDS));
    change.run();
    for (int poll = 1; poll <= 2; poll++) {
      int wanted = poll;
      Eventually.within(Duration.ofSeconds(10), "a poll", () -> drops.get() >= wanted);
      fixture.application("tick-" + poll);
    }
    goOn.countDown();
  }

  @Test
  void revokedGrant_isNotBroughtBack() throws Exception {
    String application = fixture.application("shop-key");
    Api api = fixture.api("orders", "GET", "/orders");
    String grant = fixture.grant(application, "test", api, true, row -> row.describe("x"));
    GrantStore stored = new StoredGrants(transactions);
    KeptGrants kept =
        new KeptGrants(
            (id, name, asked) -> heldUp(() -> stored.find(id, name, asked)), freshness, coherence);
    coherence.register(kept::drop);
    Future<List<Grant>> old = loader.submit(() -> kept.find(application, "test", api));
    changeWhileHeldUp(() -> StoreFixture.revoke(fixture.stores(), grant));
    assertEquals(1, old.get(20, TimeUnit.SECONDS).size());
    assertEquals(List.of(), kept.find(application, "test", api));
  }

  @Test
  void disabledApplication_isNotBroughtBack() throws Exception {
    String application = fixture.application("shop-key");
    AppKey key = new AppKey("shop-key");
    CredentialStore stored =
        new StoredCredentials(
            transactions, fixture.stores().foundation().vault(), InstantSource.system());
    KeptCredentials kept =
        new KeptCredentials(asked -> heldUp(() -> stored.find(asked)), freshness, coherence);
    coherence.register(kept::drop);
    Future<Optional<Credential>> old = loader.submit(() -> kept.find(key));
    changeWhileHeldUp(
        () ->
            transactions.change(
                unit -> {
                  unit.entities().find(ApplicationRow.class, application).disable();
                  unit.touchApplication(application);
                  return application;
                }));
    assertTrue(old.get(20, TimeUnit.SECONDS).orElseThrow().enabled());
    assertFalse(kept.find(key).orElseThrow().enabled());
  }

  @Test
  void changedCatalogue_isNotBroughtBack() throws Exception {
    Api api = fixture.api("orders", "GET", "/orders");
    ApiCatalogue stored = new StoredApis(transactions);
    KeptApis kept = new KeptApis(() -> heldUp(stored::apis), freshness, coherence);
    coherence.register(kept::drop);
    Future<List<Api>> old = loader.submit(kept::apis);
    changeWhileHeldUp(
        () ->
            transactions.change(
                unit -> {
                  unit.remove(unit.entities().find(ApiRow.class, api.id()));
                  unit.touchCatalogue();
                  return api;
                }));
    assertEquals(List.of(api), old.get(20, TimeUnit.SECONDS));
    assertEquals(List.of(), kept.apis());
    assertSame(kept.apis(), kept.apis());
  }

  @Test
  void withoutAChange_theSlowLoadIsKept() throws Exception {
    fixture.application("shop-key");
    AppKey key = new AppKey("shop-key");
    CredentialStore stored =
        new StoredCredentials(
            transactions, fixture.stores().foundation().vault(), InstantSource.system());
    AtomicInteger loads = new AtomicInteger();
    KeptCredentials kept =
        new KeptCredentials(
            asked -> {
              loads.incrementAndGet();
              return stored.find(asked);
            },
            freshness,
            coherence);
    Eventually.within(Duration.ofSeconds(10), "the feed is read", () -> drops.get() > 0);
    assertTrue(kept.find(key).isPresent());
    assertTrue(kept.find(key).isPresent());
    assertEquals(1, loads.get());
  }
}

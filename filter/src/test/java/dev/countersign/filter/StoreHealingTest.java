package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores that cannot be reached at start, and the sharing of those that can. */
class StoreHealingTest {

  private static final String PROVIDER = ProvidedStores.class.getName();

  private final Recorder servlet = Recorder.greeting();

  @BeforeEach
  void reset() {
    ProvidedStores.reset();
  }

  private TestWar.Builder war() {
    return BrokenConfigurationTest.provided(TestWar.war(), PROVIDER).servlet("/*", servlet);
  }

  private static Answer call(TestWar war) throws Exception {
    return Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war);
  }

  private static void awaitAdmission(TestWar war) {
    Eventually.equal(Duration.ofSeconds(10), "status", 200, () -> call(war).status());
  }

  private static void unreachable() {
    ProvidedStores.opening =
        settings -> {
          throw new StoreUnavailableException("the database is down");
        };
  }

  @Test
  void unreachableStores_areTriedAgainAtMostEverySecondAndHeal() throws Exception {
    unreachable();
    try (TestWar war = war().start()) {
      long started = System.nanoTime();
      int before = ProvidedStores.attempts.size();
      Eventually.within(
          Duration.ofSeconds(30),
          "two more attempts",
          () -> {
            assertEquals("unavailable", call(war).code());
            return ProvidedStores.attempts.size() >= before + 2;
          });
      int attempts = ProvidedStores.attempts.size() - before;
      long atMost = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started) + 1;
      assertTrue(attempts <= atMost, attempts + " of at most " + atMost);
      assertEquals(0, servlet.invocations());
      ProvidedStores.opening = settings -> new TestStores();
      awaitAdmission(war);
    }
  }

  @Test
  void storesThatAreTakingLong_holdUpOneRequestOnly() throws Exception {
    unreachable();
    CountDownLatch answering = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (TestWar war = war().start()) {
      ProvidedStores.opening =
          settings -> {
            asked.countDown();
            await(answering);
            return new TestStores();
          };
      List<CompletableFuture<Integer>> held = new ArrayList<>();
      Eventually.within(
          Duration.ofSeconds(10),
          "a call opens the stores",
          () -> {
            held.add(CompletableFuture.supplyAsync(() -> status(war)));
            return asked.await(100, TimeUnit.MILLISECONDS);
          });
      assertEquals("unavailable", call(war).code(), "at once, while another opens");
      assertEquals("unavailable", call(war).code());
      answering.countDown();
      awaitAdmission(war);
      long admitted = held.stream().filter(each -> each.join() == 200).count();
      assertEquals(1, admitted, "the one that opened them");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int status(TestWar war) {
    try {
      return call(war).status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoFilters_shareOneStoreThatTheLastCloses() throws Exception {
    TestStores stores = new TestStores();
    ProvidedStores.opening = settings -> stores;
    try (TestWar war =
        war()
            .mappedTo("/echo/*")
            .parameter("countersign.jdbcUrl", " jdbc:example ")
            .parameter("jdbcUrl", "the application's own")
            .also("second", new AccessFilter(), "/orders/*", Map.of("apis", "orders:/orders"))
            .start()) {
      assertEquals(200, call(war).status());
      assertEquals(200, Call.get("/shop/orders/1").signedBy(TestApp.ALICE).send(war).status());
      assertEquals(List.of(Map.of("jdbcUrl", "jdbc:example")), ProvidedStores.attempts);
      assertEquals(0, stores.closed.get());
    }
    assertEquals(1, stores.closed.get());
  }

  @Test
  void storesOfTheWar_areNotClosedByFilters() throws Exception {
    TestStores stores = new TestStores();
    try (TestWar war = TestWar.war().stores(stores).servlet("/*", servlet).start()) {
      assertEquals(200, call(war).status());
    }
    assertEquals(0, stores.closed.get());
  }

  @Test
  void leases_openOnceAndCloseOnceEach() throws Exception {
    TestStores stores = new TestStores();
    ProvidedStores.opening = settings -> stores;
    try (TestWar war = war().start()) {
      var context = war.context().getServletContext();
      SharedStores.Lease lease = SharedStores.open(context, java.time.InstantSource.system());
      assertEquals(stores, lease.stores());
      lease.close();
      lease.close();
      assertEquals(0, stores.closed.get(), "the filter still uses them");
      assertEquals(200, call(war).status());
      assertEquals(1, ProvidedStores.attempts.size());
    }
    assertEquals(1, stores.closed.get());
  }
}

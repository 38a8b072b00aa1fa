package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.filter.access.NonceStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many or large headers are refused before anything is looked up in a store, and before the body is
 * asked for. {@code HeaderFloodIT} counts MACs, on every server.
 */
class HeaderFloodTest {

  private static final int MOST_OF_TOMCAT = 90;

  private static final AtomicInteger lookups = new AtomicInteger();
  private static final AtomicInteger bodies = new AtomicInteger();
  private static final Recorder servlet = Recorder.greeting();
  private static TestWar war;

  @BeforeAll
  static void start() throws Exception {
    war =
        TestWar.war()
            .filter(new BodyWatch(new AccessFilter(), bodies))
            .stores(new Counting(new TestStores()))
            .servlet("/*", servlet)
            .start();
    // Else the counts of zero would say nothing.
    Call call = Call.of("POST", "/shop/echo/a").body("read").signedBy(TestApp.ALICE);
    assertEquals(200, call.send(war).status());
    assertEquals(1, lookups.getAndSet(0));
    assertEquals(1, bodies.getAndSet(0));
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @AfterEach
  void nothingWasLookedUpOrRead() {
    assertEquals(0, lookups.get());
    assertEquals(0, bodies.get());
    assertEquals(1, servlet.invocations());
  }

  @Test
  void headersOfNoScheme_areCredentialsMissing() throws Exception {
    Call call = Call.of("POST", "/shop/echo/a").body("unread");
    for (int i = 0; i < MOST_OF_TOMCAT; i++) {
      call.header("X-Flood-" + i, "f".repeat(60));
    }
    assertEquals("credentials-missing", call.send(war).code());
  }

  @Test
  void securityHeaderOfAnySize_isMalformed() throws Exception {
    for (String name : new String[] {"X-App-Key", "X-App-Nonce", "X-App-Signature"}) {
      Call call = Call.of("POST", "/shop/echo/a").body("unread").signedBy(TestApp.ALICE);
      assertEquals("malformed", call.header(name, "f".repeat(6000)).send(war).code());
    }
  }

  @Test
  void longListOfSignedHeaders_isMalformed() throws Exception {
    StringBuilder names = new StringBuilder("a0");
    for (int i = 1; i < 1000; i++) {
      names.append(";a").append(i);
    }
    Call call = Call.of("POST", "/shop/echo/a").body("unread").signedBy(TestApp.ALICE);
    assertEquals("malformed", call.header("X-App-Signed-Headers", names + "").send(war).code());
  }

  /** More than the server takes never reaches the filter. */
  @Test
  void moreThanTheServerTakes_isRefusedByTheServer() throws Exception {
    Call call = Call.get("/shop/echo/a").signedBy(TestApp.ALICE);
    assertEquals(400, call.header("X-Flood", "f".repeat(100_000)).send(war).status());
  }

  private record Counting(AccessStores stores) implements AccessStores {

    @Override
    public CredentialStore credentials() {
      return appKey -> {
        lookups.incrementAndGet();
        return stores.credentials().find(appKey);
      };
    }

    @Override
    public GrantStore grants() {
      return stores.grants();
    }

    @Override
    public ApiCatalogue apis() {
      return stores.apis();
    }

    @Override
    public NonceStore nonces() {
      return stores.nonces();
    }

    @Override
    public DecisionListener decisions() {
      return stores.decisions();
    }

    @Override
    public void close() {
      stores.close();
    }
  }
}

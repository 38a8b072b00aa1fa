package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Api;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes with separate caches on one database. */
class TwoNodesTest {

  /**
   * The promise, with the interval that a WAR has unless it says otherwise. A transaction that is
   * held open meanwhile may be so for long.
   */
  private static final Map<String, String> DEFAULT_INTERVAL =
      Map.of("pollInterval", "1s", "storeTimeout", "1m");

  private static final Duration PROMISED = Duration.ofSeconds(2);

  private StoreFixture fixture;
  private PersistentStores here;
  private PersistentStores there;
  private String application;
  private Api api;
  private String grant;

  private void open(TestDatabases.Product product) {
    fixture = StoreFixture.on(product);
    here = fixture.node(DEFAULT_INTERVAL);
    there = fixture.node(DEFAULT_INTERVAL);
    application = fixture.application("shop-key");
    fixture.secret(application, 1, Secret.ofText("secret-secret-secret"), null);
    api = fixture.api("orders", "GET", "/orders/{id}");
    grant = fixture.grant(application, "test", api, false, row -> row.giveRoles(Set.of("reader")));
    fixture.settle(here, there);
    assertEquals(1, grants(here));
    assertEquals(1, grants(there));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private int grants(PersistentStores node) {
    return node.grants().find(application, "test", api).size();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void revokedHere_isRefusedHereAtOnceAndThereWithin2s(TestDatabases.Product product) {
    open(product);
    StoreFixture.revoke(here, grant);
    assertEquals(0, grants(here));
    Eventually.promised(PROMISED, "the other node forgets the grant", () -> grants(there) == 0);
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void revokedWhileAnotherWriterHoldsATransactionOpen_isRefusedThereWithin2s(
      TestDatabases.Product product) throws Exception {
    open(product);
    try (SlowWriter writer = SlowWriter.on(there)) {
      StoreFixture.revoke(here, grant);
      assertEquals(0, grants(here));
      Eventually.promised(PROMISED, "the other node forgets the grant", () -> grants(there) == 0);
      writer.commit();
      // The late committer has the higher revision, so nobody has read past it.
      fixture.application("after-slow");
      Eventually.promised(
          PROMISED,
          "the feed goes on",
          () -> there.credentials().find(new AppKey("after-slow")).isPresent());
    }
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void newKeyThatWasAskedForBefore_isFoundThereWithin2s(TestDatabases.Product product) {
    open(product);
    AppKey fresh = new AppKey("fresh-key");
    assertTrue(here.credentials().find(fresh).isEmpty());
    assertTrue(there.credentials().find(fresh).isEmpty());
    fixture.application("fresh-key");
    Eventually.promised(
        PROMISED,
        "both find it",
        () ->
            here.credentials().find(fresh).isPresent()
                && there.credentials().find(fresh).isPresent());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void changedCatalogue_isSeenThereWithin2s(TestDatabases.Product product) {
    open(product);
    Eventually.promised(PROMISED, "one API", () -> there.apis().apis().size() == 1);
    fixture.api("echo", "*", "/echo/**");
    Eventually.promised(
        PROMISED, "the other node sees the API", () -> there.apis().apis().size() == 2);
  }
}

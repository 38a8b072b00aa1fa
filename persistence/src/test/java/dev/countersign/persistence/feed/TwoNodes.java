package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.Api;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Two nodes with separate caches on one database, both of which know of one application that is
 * granted one API.
 *
 * @param grant its id
 */
record TwoNodes(
    StoreFixture fixture,
    PersistentStores here,
    PersistentStores there,
    String application,
    Api api,
    String grant)
    implements AutoCloseable {

  /** Within which one node has heard of what was changed at another. */
  static final Duration PROMISED = Duration.ofSeconds(2);

  /**
   * The promise, with the interval that a WAR has unless it says otherwise. A transaction that is
   * held open meanwhile may be so for long.
   */
  static final Map<String, String> DEFAULT_INTERVAL =
      Map.of("pollInterval", "1s", "storeTimeout", "1m");

  static TwoNodes on(DatabaseAddress.Jdbc address) {
    StoreFixture fixture = StoreFixture.on(address, Map.of());
    PersistentStores here = fixture.node(DEFAULT_INTERVAL);
    PersistentStores there = fixture.node(DEFAULT_INTERVAL);
    String application = fixture.application("shop-key");
    fixture.secret(application, 1, Secret.ofText("secret-secret-secret"), null);
    Api api = fixture.api("orders", "GET", "/orders/{id}");
    String grant =
        fixture.grant(application, "test", api, false, row -> row.giveRoles(Set.of("reader")));
    fixture.settle(here, there);
    TwoNodes nodes = new TwoNodes(fixture, here, there, application, api, grant);
    assertEquals(1, nodes.grantsHere());
    assertEquals(1, nodes.grantsThere());
    return nodes;
  }

  int grantsHere() {
    return grants(here);
  }

  int grantsThere() {
    return grants(there);
  }

  /** How many that node knows. */
  int grants(PersistentStores node) {
    return node.grants().find(application, "test", api).size();
  }

  void assertForgottenByBoth() {
    Eventually.promised(
        PROMISED, "both forget the grant", () -> grantsHere() == 0 && grantsThere() == 0);
  }

  @Override
  public void close() {
    fixture.close();
  }
}

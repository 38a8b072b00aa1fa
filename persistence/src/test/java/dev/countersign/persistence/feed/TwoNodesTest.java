package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes with separate caches on one database. */
class TwoNodesTest {

  private TwoNodes nodes;

  private void open(TestDatabases.Product product) {
    nodes = TwoNodes.on(product.empty());
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void revokedHere_isRefusedHereAtOnceAndThereWithin2s(TestDatabases.Product product) {
    open(product);
    StoreFixture.revoke(nodes.here(), nodes.grant());
    assertEquals(0, nodes.grantsHere());
    Eventually.promised(
        TwoNodes.PROMISED, "the other node forgets the grant", () -> nodes.grantsThere() == 0);
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void revokedWhileAnotherWriterHoldsATransactionOpen_isRefusedThereWithin2s(
      TestDatabases.Product product) throws Exception {
    open(product);
    try (SlowWriter writer = SlowWriter.on(nodes.there())) {
      StoreFixture.revoke(nodes.here(), nodes.grant());
      assertEquals(0, nodes.grantsHere());
      Eventually.promised(
          TwoNodes.PROMISED, "the other node forgets the grant", () -> nodes.grantsThere() == 0);
      writer.commit();
      // The late committer has the higher revision, so nobody has read past it.
      nodes.fixture().application("after-slow");
      Eventually.promised(
          TwoNodes.PROMISED,
          "the feed goes on",
          () -> nodes.there().credentials().find(new AppKey("after-slow")).isPresent());
    }
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void newKeyThatWasAskedForBefore_isFoundThereWithin2s(TestDatabases.Product product) {
    open(product);
    AppKey fresh = new AppKey("fresh-key");
    assertTrue(nodes.here().credentials().find(fresh).isEmpty());
    assertTrue(nodes.there().credentials().find(fresh).isEmpty());
    nodes.fixture().application("fresh-key");
    Eventually.promised(
        TwoNodes.PROMISED,
        "both find it",
        () ->
            nodes.here().credentials().find(fresh).isPresent()
                && nodes.there().credentials().find(fresh).isPresent());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void changedCatalogue_isSeenThereWithin2s(TestDatabases.Product product) {
    open(product);
    Eventually.promised(
        TwoNodes.PROMISED, "one API", () -> nodes.there().apis().apis().size() == 1);
    nodes.fixture().api("echo", "*", "/echo/**");
    Eventually.promised(
        TwoNodes.PROMISED,
        "the other node sees the API",
        () -> nodes.there().apis().apis().size() == 2);
  }
}

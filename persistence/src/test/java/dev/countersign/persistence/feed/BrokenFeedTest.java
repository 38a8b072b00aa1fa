package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on a database whose feed is not the continuation of what they have read. */
class BrokenFeedTest {

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
  void databaseRestored_emptiesTheCachesWithin2s(TestDatabases.Product product)
      throws SQLException {
    open(product);
    // An older backup without the grant, which since then has reached the same revision.
    nodes
        .fixture()
        .sql(
            "DELETE FROM cs_grant",
            "UPDATE cs_change SET mark = 'x' WHERE revision = (SELECT revision FROM cs_revision)");
    nodes.assertForgottenByBoth();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void databaseRestoredToAnOlderRevision_emptiesTheCachesWithin2s(TestDatabases.Product product)
      throws SQLException {
    open(product);
    nodes
        .fixture()
        .sql(
            "DELETE FROM cs_grant",
            "DELETE FROM cs_change WHERE revision > 0",
            "UPDATE cs_revision SET revision = 0");
    nodes.assertForgottenByBoth();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void changeRowsPurgedBeforeTheyWereRead_emptyTheCachesWithin2s(TestDatabases.Product product)
      throws SQLException {
    open(product);
    try (Connection connection = nodes.fixture().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("DELETE FROM cs_grant");
      statement.execute("UPDATE cs_revision SET revision = revision + 100");
      statement.execute("DELETE FROM cs_change");
      statement.execute(
          "INSERT INTO cs_change (revision, ordinal, mark, happened_at, scope, object_id)"
              + " SELECT revision, 0, 'm', 0, 'application', 'another' FROM cs_revision");
      connection.commit();
    }
    nodes.assertForgottenByBoth();
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void pollerThatFails_closesTheDoorAfterCacheTimeAndOpensItAgain(TestDatabases.Product product)
      throws SQLException {
    open(product);
    PersistentStores node =
        nodes.fixture().node(Map.of("cacheTime", "10s", "pollInterval", "200ms"));
    assertEquals(1, nodes.grants(node));
    long begun = System.nanoTime();
    nodes.fixture().sql("ALTER TABLE cs_change RENAME TO cs_change_gone");
    assertEquals(1, nodes.grants(node));
    Eventually.promised(Duration.ofSeconds(10), "the node refuses", () -> refuses(node));
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(taken.toMillis() > 2_000, "too soon: " + taken);
    assertThrows(
        StoreUnavailableException.class, () -> node.credentials().find(new AppKey("shop-key")));
    assertThrows(StoreUnavailableException.class, () -> node.apis().apis());
    nodes.fixture().sql("ALTER TABLE cs_change_gone RENAME TO cs_change");
    Eventually.within(Duration.ofSeconds(30), "the node answers again", () -> !refuses(node));
    assertEquals(1, nodes.grants(node));
  }

  private boolean refuses(PersistentStores node) {
    try {
      List<Grant> found = node.grants().find(nodes.application(), "test", nodes.api());
      return found == null;
    } catch (StoreUnavailableException e) {
      return true;
    }
  }
}

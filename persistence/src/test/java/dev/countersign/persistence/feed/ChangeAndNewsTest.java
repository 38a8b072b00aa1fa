package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.AuditedChange;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.database.Timeouts;
import dev.countersign.persistence.work.Entities;
import dev.countersign.persistence.work.Transactions;
import dev.countersign.testing.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change and the news of it are committed together, or neither is. */
class ChangeAndNewsTest {

  private DatabaseAddress.Jdbc address;
  private TwoNodes nodes;

  private void open(TestDatabases.Product product) {
    address = product.empty();
    nodes = TwoNodes.on(address);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @ParameterizedTest
  @EnumSource
  void failingAuditInsert_undoesTheChangeAndTellsNobody(TestDatabases.Product product)
      throws SQLException {
    open(product);
    List<String> feed = feed();
    nodes
        .fixture()
        .sql("ALTER TABLE cs_audit ADD CONSTRAINT cs_audit_broken CHECK (kind <> 'change')");
    assertThrows(
        RuntimeException.class,
        () ->
            StoreFixture.change(
                nodes.here(),
                unit -> {
                  unit.remove(unit.entities().find(GrantRow.class, nodes.grant()));
                  unit.touchApplication(nodes.application());
                  unit.audit(
                      new AuditedChange(
                          "op",
                          null,
                          "grant.revoke",
                          "grant",
                          nodes.grant(),
                          "x",
                          null,
                          nodes.application(),
                          "test"));
                  return nodes.grant();
                }));
    assertEquals(feed, feed());
    assertEquals(1, nodes.grants(nodes.fixture().node(Map.of())));
    assertEquals(1, nodes.grantsHere());
    nodes.fixture().sql("ALTER TABLE cs_audit DROP CONSTRAINT cs_audit_broken");
    // The same change, once its history can be written: then it is told.
    StoreFixture.revoke(nodes.here(), nodes.grant());
    assertEquals(feed.size() + 1, feed().size());
    Eventually.promised(
        TwoNodes.PROMISED, "the other node forgets the grant", () -> nodes.grantsThere() == 0);
  }

  /** Its caches, and everybody else's, hear of the change from the database or not at all. */
  @ParameterizedTest
  @EnumSource
  void nodeThatDiesBetweenItsCommitAndTheNews_isHeardOfWithin2s(TestDatabases.Product product) {
    open(product);
    Timeouts patient = new Timeouts(Duration.ofMinutes(1));
    try (Database pool = Database.open(address, patient);
        Entities rows = Entities.open(pool)) {
      Transactions dying = rows.transactions(InstantSource.system(), touched -> die(pool));
      assertThrows(NodeDied.class, () -> StoreFixture.revoke(dying, nodes.grant()));
    }
    nodes.assertForgottenByBoth();
  }

  private static void die(Database pool) {
    pool.close();
    throw new NodeDied();
  }

  private static final class NodeDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** All that nodes are told, and by which number they know that it is all. */
  private List<String> feed() throws SQLException {
    List<String> told = new ArrayList<>();
    try (Connection connection = nodes.fixture().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT c.revision, c.object_id, r.revision FROM cs_revision r"
                    + " LEFT JOIN cs_change c ON c.revision <= r.revision"
                    + " ORDER BY c.revision, c.ordinal")) {
      while (rows.next()) {
        told.add(rows.getString(1) + ' ' + rows.getString(2) + " of " + rows.getString(3));
      }
    }
    return told;
  }
}

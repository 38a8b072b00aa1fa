package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Api;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** PostgreSQL's own count of how its tables were read, with enough rows that an index pays. */
class ColdDecisionTest {

  private static final int ROWS = 20_000;
  private static final int COLD = 50;

  private static Map<String, Long> scans(Connection connection, String kind) throws SQLException {
    String query =
        "SELECT relname, coalesce("
            + kind
            + ", 0) FROM pg_stat_user_tables WHERE relname IN"
            + " ('cs_application', 'cs_app_secret', 'cs_grant')";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, Long> scans = new TreeMap<>();
      while (rows.next()) {
        scans.put(rows.getString(1), rows.getLong(2));
      }
      return scans;
    }
  }

  private static void fill(StoreFixture fixture, Api api) throws SQLException {
    fixture.sql(
        "INSERT INTO cs_application (id, account_id, name, description, app_key, state, schemes, created_at, version)"
            + " SELECT 'a' || x, '"
            + StoreFixture.DEFAULT_ACCOUNT
            + "', 'n', '', 'key-' || x, 'enabled', 's', 0, 1"
            + " FROM generate_series(1, "
            + ROWS
            + ") x",
        "INSERT INTO cs_app_secret (application_id, slot, sealed, master_key_id, encoding, valid_until, created_at, version)"
            + " SELECT 'a' || x, 2, s.sealed, s.master_key_id, 'text', 1, 0, 1"
            + " FROM generate_series(1, "
            + ROWS
            + ") x, cs_app_secret s",
        "INSERT INTO cs_grant (id, application_id, environment_id, group_id, api_id, target, roles, description,"
            + " granted_by, created_at, version) SELECT 'g' || x, 'a' || x, '"
            + StoreFixture.ENVIRONMENTS.get("test")
            + "', '"
            + api.groupId()
            + "', '"
            + api.id()
            + "', '"
            + api.id()
            + "', '', '', '', 0, 1 FROM generate_series(1, "
            + ROWS
            + ") x",
        "VACUUM ANALYZE");
  }

  @Test
  void coldDecision_readsByIndexOnlyAndAWarmOneNotAtAll() throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.POSTGRESQL)) {
      String application = fixture.application("shop-key");
      fixture.secret(application, 1, Secret.ofText("secret-secret-secret"), null);
      Api api = fixture.api("orders", "GET", "/orders");
      fill(fixture, api);
      PersistentStores node = fixture.node(Map.of("nonceStore", "memory"));
      try (Connection connection = fixture.connect()) {
        Map<String, Long> sequential = scans(connection, "seq_scan");
        Map<String, Long> indexed = scans(connection, "idx_scan");
        for (int warm = 0; warm < 10; warm++) {
          for (int x = 1; x <= COLD; x++) {
            assertTrue(node.credentials().find(new AppKey("key-" + x)).isPresent());
            assertEquals(1, node.grants().find("a" + x, "test", api).size());
          }
        }
        Eventually.within(
            Duration.ofSeconds(30), "the counters move", () -> moved(connection, indexed));
        // What opening the node has read may be counted late.
        scans(connection, "seq_scan")
            .forEach(
                (table, count) ->
                    assertTrue(
                        count - sequential.get(table) <= 2, table + count + indexed + sequential));
        // The planner looks at the ends of an index too; ten rounds without caches would be ten
        // times COLD.
        scans(connection, "idx_scan")
            .forEach(
                (table, count) ->
                    assertTrue(
                        count - indexed.get(table) <= 3 * COLD,
                        table + count + indexed + sequential));
      }
    }
  }

  private static boolean moved(Connection connection, Map<String, Long> before) {
    try {
      return scans(connection, "idx_scan").entrySet().stream()
          .allMatch(now -> now.getValue() >= COLD + before.get(now.getKey()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

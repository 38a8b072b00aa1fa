package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an import left in the database, asked past all of our code. */
final class StoredCounts {

  private static final String OTHERS =
      " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
          + " AND application_name = 'countersign'";

  private StoredCounts() {}

  static Connection connect(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        settings.get("jdbcUrl"), settings.get("jdbcUser"), settings.get("jdbcPassword"));
  }

  /** How many applications there are: none or all, with a secret and a line of history each. */
  static int allOrNone(Map<String, String> settings, int all) throws Exception {
    try (Connection connection = connect(settings)) {
      awaitTheEndOfOthers(connection, settings);
      int applications = (int) count(connection, "SELECT COUNT(*) FROM cs_application");
      assertTrue(applications == 0 || applications == all, () -> "there are " + applications);
      assertEquals(applications, count(connection, "SELECT COUNT(*) FROM cs_app_secret"));
      assertEquals(
          applications,
          count(connection, "SELECT COUNT(*) FROM cs_audit WHERE action = 'application.import'"));
      assertEquals(
          applications == 0 ? 0 : 1,
          count(connection, "SELECT COUNT(*) FROM cs_change WHERE scope = 'all' AND revision > 0"));
      return applications;
    }
  }

  /** A server notices late that somebody is dead, and may carry out a commit that he has sent. */
  private static void awaitTheEndOfOthers(Connection connection, Map<String, String> settings) {
    if (settings.get("jdbcUrl").startsWith("jdbc:postgresql:")) {
      Eventually.equal(
          Importing.PATIENCE, "connections of a dead process", List.of(), () -> others(connection));
    }
  }

  private static List<String> others(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT concat_ws(' ', state, wait_event, query)" + OTHERS)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  /** No change can be committed until the connection is closed. */
  static void holdRevisions(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    count(connection, "SELECT revision FROM cs_revision WHERE id = 1 FOR UPDATE");
  }

  /** Until the table has grown by what a transaction wrote that nobody else sees yet. */
  static void awaitWritten(Map<String, String> settings, int kib, Importing importing)
      throws Exception {
    try (Connection connection = connect(settings)) {
      String size = "SELECT pg_relation_size('cs_application')";
      long before = count(connection, size);
      importing.await("written", () -> count(connection, size) >= before + kib * 1024L);
    }
  }

  static void awaitWaitingForRevision(Map<String, String> settings, Importing importing)
      throws Exception {
    try (Connection connection = connect(settings)) {
      String waiting = "SELECT COUNT(*)" + OTHERS + " AND wait_event_type = 'Lock'";
      importing.await("waiting", () -> count(connection, waiting) > 0);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

package dev.countersign.persistence.work;

import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.data.Touched;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes the change feed. The one row of cs_revision is the last lock that a transaction takes and
 * is held until its commit, so revisions become visible in order and without gaps.
 */
final class Revisions {

  private static final String INSERT =
      "INSERT INTO cs_change (revision, ordinal, mark, happened_at, scope, object_id) VALUES (?, ?, ?, ?, ?, ?)";

  private Revisions() {}

  static void record(Connection connection, Touched touched, Instant now, int seconds)
      throws SQLException {
    long revision = next(connection, seconds);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setQueryTimeout(seconds);
      insert.setLong(1, revision);
      insert.setString(3, Ids.next());
      insert.setLong(4, now.toEpochMilli());
      int ordinal = 0;
      if (touched.everything()) {
        add(insert, ordinal++, "all", null);
      }
      if (touched.catalogue()) {
        add(insert, ordinal++, "catalogue", null);
      }
      for (String application : touched.applications()) {
        add(insert, ordinal++, "application", application);
      }
      insert.executeBatch();
    }
  }

  private static void add(
      PreparedStatement insert, int ordinal, String scope, @Nullable String objectId)
      throws SQLException {
    insert.setInt(2, ordinal);
    insert.setString(5, scope);
    insert.setString(6, objectId);
    insert.addBatch();
  }

  private static long next(Connection connection, int seconds) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(seconds);
      if (statement.executeUpdate("UPDATE cs_revision SET revision = revision + 1 WHERE id = 1")
          != 1) {
        throw new SQLException("cs_revision has lost its row");
      }
      try (ResultSet row =
          statement.executeQuery("SELECT revision FROM cs_revision WHERE id = 1")) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

package dev.countersign.persistence.store;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Deletes what nobody needs any more, in small batches: expired nonces, old rows of the change
 * feed, and refused calls beyond an age and a number. Nothing is right or wrong because of it;
 * several nodes may do it at once.
 */
final class Housekeeping implements AutoCloseable {

  static final Duration CHANGES_KEPT = Duration.ofHours(1);
  static final Duration REFUSALS_KEPT = Duration.ofDays(30);
  static final int MOST_REFUSALS = 200_000;

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 1_000;
  private static final int MOST_BATCHES = 100;

  private static final String NONCES =
      "DELETE FROM cs_nonce WHERE id IN"
          + " (SELECT id FROM cs_nonce WHERE keep_until < ? ORDER BY keep_until LIMIT "
          + BATCH
          + ")";
  // The newest row stays: it is where nodes find out that nothing has happened since.
  private static final String CHANGES =
      "DELETE FROM cs_change WHERE happened_at < ? AND revision < (SELECT revision FROM cs_revision WHERE id = 1)";
  private static final String REFUSALS =
      "DELETE FROM cs_audit WHERE id IN"
          + " (SELECT id FROM cs_audit WHERE kind = 'refusal' AND happened_at < ? ORDER BY happened_at LIMIT "
          + BATCH
          + ")";
  private static final String OLDEST_KEPT =
      "SELECT happened_at FROM cs_audit WHERE kind = 'refusal' ORDER BY happened_at DESC"
          + " OFFSET "
          + MOST_REFUSALS
          + " ROWS FETCH FIRST 1 ROW ONLY";

  private final Database database;
  private final InstantSource clock;
  private final Daemon daemon;

  Housekeeping(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.daemon = Daemon.start("countersign-housekeeping", INTERVAL, this::tidy);
  }

  /** One round. */
  void tidy() {
    Instant now = clock.instant();
    try {
      deleteAll(NONCES, now.toEpochMilli());
      delete(CHANGES, now.minus(CHANGES_KEPT).toEpochMilli());
      deleteAll(REFUSALS, now.minus(REFUSALS_KEPT).toEpochMilli());
      deleteAll(REFUSALS, oldestKept());
    } catch (SQLException e) {
      throw new StoreUnavailableException("old rows could not be deleted", e);
    }
  }

  private void deleteAll(String statement, long before) throws SQLException {
    int left = MOST_BATCHES;
    int deleted;
    do {
      deleted = delete(statement, before);
      left--;
    } while (deleted == BATCH && left > 0);
  }

  private int delete(String sql, long before) throws SQLException {
    return database.withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(database.timeouts().statementSeconds());
            statement.setLong(1, before);
            return statement.executeUpdate();
          }
        });
  }

  private long oldestKept() throws SQLException {
    return database.withConnection(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(OLDEST_KEPT)) {
            query.setQueryTimeout(database.timeouts().statementSeconds());
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
          }
        });
  }

  @Override
  public void close() {
    daemon.close();
  }
}

package dev.countersign.persistence.store;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what nobody needs any more, in small batches: expired nonces, old rows of the change
 * feed, and refused calls beyond an age and a number. Nothing is right or wrong because of it;
 * several nodes may do it at once.
 */
final class Housekeeping implements AutoCloseable {

  static final Duration CHANGES_KEPT = Duration.ofHours(1);
  static final Duration REFUSALS_KEPT = Duration.ofDays(30);
  static final int MOST_REFUSALS = 200_000;

  /** Of those whose signature proved nothing: anybody who knows an app key can cause them. */
  static final int MOST_UNPROVED = 20_000;

  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final int BATCH = 1_000;

  // The newest row stays: it is where nodes find out that nothing has happened since.
  private static final String CHANGES =
      "DELETE FROM cs_change WHERE happened_at < ? AND revision < (SELECT revision FROM cs_revision WHERE id = 1)";
  private static final String IS_REFUSAL = "kind = 'refusal'";
  private static final String IS_UNPROVED =
      IS_REFUSAL + " AND reason = '" + Reason.SIGNATURE_INVALID.code() + "'";

  private final Database database;
  private final InstantSource clock;
  private final Daemon daemon;
  private volatile boolean closing;

  Housekeeping(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.daemon = Daemon.start("countersign-housekeeping", INTERVAL, this::tidy);
  }

  /** One batch of one kind of rows; tells whether there may be more. */
  private interface Chore {
    boolean leavesMore() throws SQLException;
  }

  /**
   * One round: batches of all kinds in turn, without a pause while they are full, so that rows go
   * as fast as they come. A kind that fails is left for the next round and stops no other.
   *
   * @throws StoreUnavailableException in the end, if one has failed
   */
  void tidy() {
    StoreUnavailableException failure = null;
    Deque<Chore> waiting = new ArrayDeque<>(chores(clock.instant()));
    while (!waiting.isEmpty() && !closing) {
      Chore chore = waiting.removeFirst();
      try {
        if (chore.leavesMore()) {
          waiting.addLast(chore);
        }
      } catch (SQLException | RuntimeException e) {
        failure = add(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static StoreUnavailableException add(
      @Nullable StoreUnavailableException failure, Exception another) {
    if (failure == null) {
      return new StoreUnavailableException("old rows could not be deleted", another);
    }
    failure.addSuppressed(another);
    return failure;
  }

  private List<Chore> chores(Instant now) {
    String nonces = batch("cs_nonce", "keep_until", "keep_until < ?");
    String refusals = batch("cs_audit", "happened_at", IS_REFUSAL + " AND happened_at < ?");
    return List.of(
        () -> delete(nonces, now.toEpochMilli()) >= BATCH,
        () -> delete(CHANGES, now.minus(CHANGES_KEPT).toEpochMilli()) < 0,
        () -> delete(refusals, now.minus(REFUSALS_KEPT).toEpochMilli()) >= BATCH,
        new Surplus(IS_UNPROVED, MOST_UNPROVED),
        new Surplus(IS_REFUSAL, MOST_REFUSALS));
  }

  private String batch(String table, String order, String condition) {
    return database.dialect().deleteBatch(table, condition, order, BATCH);
  }

  /** Rows of the history beyond a number, the oldest of them first. */
  private final class Surplus implements Chore {

    private final String condition;
    private final int most;
    private @Nullable Long oldestKept;

    Surplus(String condition, int most) {
      this.condition = condition;
      this.most = most;
    }

    @Override
    public boolean leavesMore() throws SQLException {
      if (oldestKept == null) {
        oldestKept = oldestKept(condition, most);
      }
      String older = condition + " AND happened_at < ?";
      return delete(batch("cs_audit", "happened_at", older), oldestKept) >= BATCH;
    }
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

  private long oldestKept(String condition, int most) throws SQLException {
    String sql =
        "SELECT happened_at FROM cs_audit WHERE "
            + condition
            + " ORDER BY happened_at DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY";
    return database.withConnection(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(database.timeouts().statementSeconds());
            query.setInt(1, most);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? row.getLong(1) : Long.MIN_VALUE;
            }
          }
        });
  }

  @Override
  public void close() {
    closing = true;
    daemon.close();
  }
}

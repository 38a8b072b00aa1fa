package dev.countersign.persistence.store;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.persistence.background.Daemon;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Timeouts;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes when each secret was last good for a signature, to the minute, behind the requests' back:
 * so that who rotates one sees whether the former is still in use. At most one write per secret and
 * minute; nothing is decided by it, and what cannot be written is let go. Thread-safe.
 */
final class RecordedUses implements DecisionListener, AutoCloseable {

  private static final String UPDATE =
      "UPDATE cs_app_secret SET last_used_at = ? WHERE application_id = ? AND slot = ?"
          + " AND created_at <= ? AND (last_used_at IS NULL OR last_used_at < ?)";
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST = 100_000;
  private static final System.Logger LOG = System.getLogger(RecordedUses.class.getName());

  private final Map<Key, Long> seen = new ConcurrentHashMap<>();
  private final Map<Key, Long> waiting = new ConcurrentHashMap<>();
  private final Database database;
  private final Daemon daemon;

  RecordedUses(Database database) {
    this.database = database;
    this.daemon = Daemon.start("countersign-uses", PAUSE, this::write);
  }

  private record Key(String applicationId, int slot) {}

  @Override
  public void decided(Decision decision) {
    if (decision.secretSlot() == 0 || decision.applicationId() == null) {
      return;
    }
    Key key = new Key(decision.applicationId(), decision.secretSlot());
    long at = decision.at().toEpochMilli();
    Long last = seen.get(key);
    if (last != null && at - last < MINUTE) {
      return;
    }
    if (seen.size() >= MOST) {
      seen.clear();
    }
    seen.put(key, at);
    if (waiting.size() < MOST) {
      waiting.put(key, at);
    }
  }

  private void write() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      database.withConnection(connection -> update(connection, database.timeouts()));
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.DEBUG, "the last use of secrets could not be noted", e);
    }
  }

  private int update(Connection connection, Timeouts timeouts) throws SQLException {
    int written = 0;
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      statement.setQueryTimeout(timeouts.statementSeconds());
      Iterator<Map.Entry<Key, Long>> all = waiting.entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<Key, Long> use = all.next();
        all.remove();
        statement.setLong(1, use.getValue());
        statement.setString(2, use.getKey().applicationId());
        statement.setInt(3, use.getKey().slot());
        // A later secret in the same slot was not the one.
        statement.setLong(4, use.getValue());
        statement.setLong(5, use.getValue());
        written += statement.executeUpdate();
      }
    }
    return written;
  }

  /** Ends the thread and writes what still waits. */
  @Override
  public void close() {
    daemon.close();
    write();
  }
}

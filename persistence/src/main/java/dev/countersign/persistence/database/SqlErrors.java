package dev.countersign.persistence.database;

import dev.countersign.filter.access.Causes;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong, read from the SQL state somewhere below an exception. */
public enum SqlErrors {
  /** The database cannot be reached, is starting or is stopping. */
  CONNECTION,
  /** User or password is refused. */
  REFUSED,
  /** A deadlock or a serialization failure: the same work may succeed when it is tried again. */
  RETRY,
  /** A unique, foreign or check constraint. */
  CONSTRAINT,
  /** A statement, or its wait for a lock, took too long: it may succeed another time. */
  TIMEOUT,
  /** A table is not there. */
  NO_TABLE,
  /** Anything else. */
  OTHER;

  /** Cancelled, lock not available; H2's time-out of a lock. */
  private static final Set<String> TIMEOUT_STATES = Set.of("57014", "55P03", "HYT00");

  /** PostgreSQL's; H2's, also where names are alike or the database is empty. */
  private static final Set<String> NO_TABLE_STATES = Set.of("42P01", "42S02", "42S03", "42S04");

  /** Serialization failure, PostgreSQL's deadlock, H2's concurrent update. */
  private static final Set<String> RETRY_STATES = Set.of("40001", "40P01", "90131");

  /**
   * PostgreSQL: shut down, crashed, starting, too many clients; H2: broken, closed, object closed,
   * shutting down.
   */
  private static final Set<String> CONNECTION_STATES =
      Set.of("57P01", "57P02", "57P03", "53300", "90067", "90098", "90007", "90121", "90135");

  /** The meaning of this exception. */
  public static SqlErrors of(Throwable thrown) {
    SqlErrors found = OTHER;
    for (Throwable cause : Causes.of(thrown)) {
      if (cause instanceof SQLException sql) {
        SqlErrors meaning = classify(sql);
        found = found == OTHER || meaning == REFUSED ? meaning : found;
      }
    }
    return found;
  }

  private static SqlErrors classify(SQLException sql) {
    String state = sql.getSQLState();
    if (startsWith(state, "28")) {
      return REFUSED;
    }
    if (state != null && RETRY_STATES.contains(state)) {
      return RETRY;
    }
    if (sql instanceof SQLIntegrityConstraintViolationException || startsWith(state, "23")) {
      return CONSTRAINT;
    }
    return isConnection(sql, state) ? CONNECTION : classifyOthers(sql, state);
  }

  private static SqlErrors classifyOthers(SQLException sql, @Nullable String state) {
    if (sql instanceof SQLTimeoutException || (state != null && TIMEOUT_STATES.contains(state))) {
      return TIMEOUT;
    }
    return state != null && NO_TABLE_STATES.contains(state) ? NO_TABLE : OTHER;
  }

  private static boolean isConnection(SQLException sql, @Nullable String state) {
    return startsWith(state, "08")
        || (state != null && CONNECTION_STATES.contains(state))
        || sql instanceof SQLTransientConnectionException
        || sql instanceof SQLNonTransientConnectionException
        || sql instanceof SQLRecoverableException;
  }

  private static boolean startsWith(@Nullable String state, String prefix) {
    return state != null && state.startsWith(prefix);
  }
}

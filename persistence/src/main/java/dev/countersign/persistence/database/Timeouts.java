package dev.countersign.persistence.database;

import java.time.Duration;

/**
 * How the longest wait for the store is shared out, so that its parts together stay below it.
 * Immutable.
 *
 * @param total the longest that one call waits
 */
public record Timeouts(Duration total) {

  private static final int LEAST_MILLIS = 250;

  /** Milliseconds that a call waits for a free or new connection. */
  long acquireMillis() {
    return Math.max(LEAST_MILLIS, total.toMillis() * 4 / 10);
  }

  /** Milliseconds that a pooled connection has to show that it is alive. */
  long validateMillis() {
    return Math.max(LEAST_MILLIS, total.toMillis() / 10);
  }

  /**
   * Milliseconds that a statement waits for a row that somebody else holds; shorter than the
   * statement may take.
   */
  public long lockMillis() {
    return total.toMillis() * 3 / 10;
  }

  /** Seconds, whole as JDBC counts them, that one statement may take. */
  public int statementSeconds() {
    return (int) Math.max(1, total.toSeconds() / 2);
  }

  /** The same in milliseconds. */
  public int statementMillis() {
    return (int) Duration.ofSeconds(statementSeconds()).toMillis();
  }
}

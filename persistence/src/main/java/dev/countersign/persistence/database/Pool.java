package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariDataSource;

/** A pool of our own for a JDBC URL, in which nothing waits without a limit. */
final class Pool {

  private Pool() {}

  static HikariDataSource open(Connector connector, Dialect dialect, Timeouts timeouts) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("countersign-" + Integer.toHexString(System.identityHashCode(pool)));
    pool.setDataSource(connector.patient(pool::isClosed));
    pool.setMaximumPoolSize(Database.POOL_SIZE);
    // An embedded database lives as long as a connection to it.
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(timeouts.acquireMillis());
    pool.setValidationTimeout(timeouts.validateMillis());
    pool.setInitializationFailTimeout(-1);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(String.join("; ", dialect.limitSession(timeouts)));
    return pool;
  }
}

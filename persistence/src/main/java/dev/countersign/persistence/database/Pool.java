package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A pool of our own for a JDBC URL, in which nothing waits without a limit. */
final class Pool {

  private Pool() {}

  static HikariDataSource open(Connector connector, Dialect dialect, Timeouts timeouts) {
    HikariDataSource pool = new HikariDataSource();
    HikariConfig config = pool;
    config.setPoolName("countersign-" + Integer.toHexString(System.identityHashCode(config)));
    config.setDataSource(connector.patient(pool::isClosed));
    config.setMaximumPoolSize(Database.POOL_SIZE);
    // An embedded database lives as long as a connection to it.
    config.setMinimumIdle(1);
    config.setConnectionTimeout(timeouts.acquireMillis());
    config.setValidationTimeout(timeouts.validateMillis());
    config.setInitializationFailTimeout(-1);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(String.join("; ", dialect.limitSession(timeouts)));
    return pool;
  }
}

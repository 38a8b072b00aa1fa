package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** A pool of our own for a JDBC URL, in which nothing waits without a limit. */
final class Pool {

  private static final long LONGEST_END_MILLIS = 10_000;

  private Pool() {}

  static HikariDataSource open(Connector connector, Dialect dialect, Timeouts timeouts) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("countersign-" + Integer.toHexString(System.identityHashCode(pool)));
    pool.setScheduledExecutor(housekeeper(pool.getPoolName() + ":housekeeper"));
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

  /** Like the pool's own one, which nobody could wait for. */
  private static ScheduledThreadPoolExecutor housekeeper(String name) {
    ScheduledThreadPoolExecutor housekeeper =
        new ScheduledThreadPoolExecutor(1, new JoinedThreads(name));
    housekeeper.setRemoveOnCancelPolicy(true);
    housekeeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    housekeeper.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    return housekeeper;
  }

  /** Closes it with its connections, and waits for its threads. */
  static void close(HikariDataSource pool) {
    pool.close();
    if (pool.getScheduledExecutor() instanceof ThreadPoolExecutor housekeeper) {
      housekeeper.shutdown();
      if (housekeeper.getThreadFactory() instanceof JoinedThreads threads) {
        threads.join(LONGEST_END_MILLIS);
      }
    }
  }
}

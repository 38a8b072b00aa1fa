package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;

/** A pool of our own for a JDBC URL, in which nothing waits without a limit. */
final class Pool {

  private Pool() {}

  static HikariDataSource open(DatabaseAddress.Jdbc address, Dialect dialect, Timeouts timeouts) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("countersign-" + Integer.toHexString(System.identityHashCode(config)));
    config.setDriverClassName(dialect.driver());
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(Database.POOL_SIZE);
    // With none kept for itself, the pool asks for a connection only when somebody waits for one;
    // so
    // after an outage it does not sit out a long pause between attempts. An embedded database lives
    // as long as a connection to it.
    config.setMinimumIdle(dialect == Dialect.H2 ? 1 : 0);
    config.setConnectionTimeout(timeouts.acquireMillis());
    config.setValidationTimeout(timeouts.validateMillis());
    config.setInitializationFailTimeout(-1);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(String.join("; ", dialect.limitSession(timeouts)));
    config.setDataSourceProperties(driverProperties(dialect, timeouts));
    return new HikariDataSource(config);
  }

  static Properties driverProperties(Dialect dialect, Timeouts timeouts) {
    Properties properties = new Properties();
    if (dialect == Dialect.POSTGRESQL) {
      String seconds = Integer.toString(timeouts.statementSeconds());
      String millis = Long.toString(timeouts.acquireMillis());
      properties.setProperty("connectTimeout", seconds);
      properties.setProperty("loginTimeout", seconds);
      properties.setProperty("socketTimeout", seconds);
      properties.setProperty("cancelSignalTimeout", seconds);
      properties.setProperty("sslResponseTimeout", millis);
      properties.setProperty("gssResponseTimeout", millis);
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("ApplicationName", "countersign");
    }
    return properties;
  }
}

package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An open way to the database. Every wait has a limit, and the isolation is READ COMMITTED.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {

  /**
   * Most connections of our own pool; a server's data source is assumed to have at least as many.
   */
  public static final int POOL_SIZE = 12;

  private final DataSource dataSource;
  private final Dialect dialect;
  private final Timeouts timeouts;
  private final Circuit circuit = new Circuit();

  private Database(DataSource dataSource, Dialect dialect, Timeouts timeouts) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.timeouts = timeouts;
  }

  /**
   * Opens it and shows that it answers.
   *
   * @throws SettingsException if address, driver, user or password are wrong, or the product is not
   *     supported
   * @throws StoreUnavailableException if it does not answer now
   */
  public static Database open(DatabaseAddress address, Timeouts timeouts) {
    try {
      return address instanceof DatabaseAddress.Jdbc jdbc
          ? openPool(jdbc, timeouts)
          : openServers(((DatabaseAddress.Jndi) address).name(), timeouts);
    } catch (SQLException | RuntimeException e) {
      throw explained(e);
    }
  }

  private static Database openPool(DatabaseAddress.Jdbc address, Timeouts timeouts)
      throws SQLException {
    Dialect expected = Dialect.ofUrl(address.url());
    try (Connection first = FirstConnection.open(address, expected, timeouts)) {
      Dialect dialect = Dialect.ofProduct(product(first));
      return new Database(filled(Pool.open(address, dialect, timeouts)), dialect, timeouts);
    }
  }

  /**
   * With a connection inside, so that an embedded database lives on when the first one is closed.
   */
  private static HikariDataSource filled(HikariDataSource pool) throws SQLException {
    try {
      pool.getConnection().close();
      return pool;
    } catch (SQLException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static Database openServers(String name, Timeouts timeouts) throws SQLException {
    DataSource servers = ServerDataSource.over(JndiDataSource.find(name), timeouts);
    try (Connection connection = servers.getConnection()) {
      return new Database(servers, Dialect.ofProduct(product(connection)), timeouts);
    }
  }

  private static String product(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }

  private static RuntimeException explained(Exception e) {
    if (e instanceof SettingsException settings) {
      return settings;
    }
    if (SqlErrors.of(e) == SqlErrors.REFUSED) {
      return new SettingsException("the database refuses jdbcUser or jdbcPassword", e);
    }
    return new StoreUnavailableException("the database does not answer", e);
  }

  /**
   * Calls the database, unless it was not reached a moment ago: then this fails at once.
   *
   * @throws StoreUnavailableException instead of calling
   */
  public <T, X extends Exception> T call(Call<T, X> call) throws X {
    circuit.pass();
    return probe(call);
  }

  /** Calls the database in any case, and lets others know whether it answers. */
  public <T, X extends Exception> T probe(Call<T, X> call) throws X {
    try {
      T answer = call.make();
      circuit.succeeded();
      return answer;
    } catch (Exception e) {
      circuit.failed(e);
      throw e;
    }
  }

  /**
   * Works with a connection, in auto-commit.
   *
   * @throws SQLException as it came
   * @throws StoreUnavailableException if the database was not reached a moment ago
   */
  public <T> T withConnection(SqlWork<T> work) throws SQLException {
    return call(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
          }
        });
  }

  /** Connections; each is closed by whoever took it. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Which product it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** The limits of each wait. */
  public Timeouts timeouts() {
    return timeouts;
  }

  /** Closes our own pool; a server's data source stays. Later calls are refused. */
  @Override
  public void close() {
    circuit.close();
    if (dataSource instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}

package dev.countersign.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

  /** What work on whole tables may take, and where nobody waits for the answer to a request. */
  private static final Timeouts UNHURRIED = new Timeouts(Duration.ofMinutes(10));

  private final DatabaseAddress address;
  private final DataSource dataSource;
  private final Dialect dialect;
  private final Timeouts timeouts;
  private final Circuit circuit = new Circuit();

  private Database(
      DatabaseAddress address, DataSource dataSource, Dialect dialect, Timeouts timeouts) {
    this.address = address;
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
          : openServers((DatabaseAddress.Jndi) address, timeouts);
    } catch (SQLException | RuntimeException e) {
      throw explained(e, address);
    }
  }

  private static Database openPool(DatabaseAddress.Jdbc address, Timeouts timeouts)
      throws SQLException {
    Connector connector = Connector.of(address, Dialect.ofUrl(address.url()), timeouts);
    try (Connection first = connector.connect()) {
      Dialect dialect = Dialect.ofProduct(product(first));
      HikariDataSource pool = filled(Pool.open(connector, dialect, timeouts));
      return new Database(address, pool, dialect, timeouts);
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
      Pool.close(pool);
      throw e;
    }
  }

  private static Database openServers(DatabaseAddress.Jndi address, Timeouts timeouts)
      throws SQLException {
    DataSource servers = ServerDataSource.over(JndiDataSource.find(address.name()), timeouts);
    try (Connection connection = servers.getConnection()) {
      return new Database(address, servers, Dialect.ofProduct(product(connection)), timeouts);
    }
  }

  private static String product(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }

  private static RuntimeException explained(Exception e, DatabaseAddress address) {
    return e instanceof SettingsException settings ? settings : OpeningFault.explained(e, address);
  }

  /** The same once more, with time for work on whole tables; to be closed. */
  Database unhurried() {
    return open(address, UNHURRIED);
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
      Pool.close(pool);
    }
  }
}

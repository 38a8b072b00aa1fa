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
    DataSource dataSource = dataSource(address, timeouts);
    try (Connection connection = dataSource.getConnection()) {
      Dialect dialect = Dialect.ofProduct(connection.getMetaData().getDatabaseProductName());
      return new Database(dataSource, dialect, timeouts);
    } catch (SQLException | RuntimeException e) {
      close(dataSource);
      throw explained(e);
    }
  }

  private static DataSource dataSource(DatabaseAddress address, Timeouts timeouts) {
    if (address instanceof DatabaseAddress.Jdbc jdbc) {
      return Pool.open(jdbc, Dialect.ofUrl(jdbc.url()), timeouts);
    }
    return new ServerDataSource(
        JndiDataSource.find(((DatabaseAddress.Jndi) address).name()), timeouts);
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

  /** Closes our own pool; a server's data source stays. */
  @Override
  public void close() {
    close(dataSource);
  }

  private static void close(DataSource dataSource) {
    if (dataSource instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}

package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections with the driver itself. Not by way of java.sql.DriverManager, which does not
 * see the drivers of a WAR in every server. Thread-safe.
 */
final class Connector {

  private static final long PAUSE_MILLIS = 200;

  /** How long a pool that is closed waits for the thread that makes its connections. */
  private static final int CLOSING_SECONDS = 5;

  private final Driver driver;
  private final String url;
  private final Properties properties;

  private Connector(Driver driver, String url, Properties properties) {
    this.driver = driver;
    this.url = url;
    this.properties = properties;
  }

  static Connector of(DatabaseAddress.Jdbc address, Dialect dialect, Timeouts timeouts) {
    Properties properties = dialect.driverProperties(timeouts);
    if (address.user() != null) {
      properties.setProperty("user", address.user());
    }
    if (address.password() != null) {
      properties.setProperty("password", address.password());
    }
    return new Connector(driver(dialect), address.url(), properties);
  }

  private static Driver driver(Dialect dialect) {
    try {
      return Class.forName(dialect.driver(), true, Connector.class.getClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new SettingsException(
          "jdbcUrl needs the driver " + dialect.driver() + ": put its jar into WEB-INF/lib", e);
    }
  }

  /**
   * One try. It tells at once what is wrong, and an embedded database may take its time over it.
   */
  Connection connect() throws SQLException {
    Connection connection = driver.connect(url, (Properties) properties.clone());
    if (connection == null) {
      throw new SettingsException("jdbcUrl is not one that its driver takes");
    }
    return connection;
  }

  /**
   * For the pool's own thread, on which nobody waits longer than he wants: a connection, however
   * long it takes. The pool answers failures with pauses that grow to seconds, and would find the
   * database back long after it is. It is also the pool's to say when it is closed: it interrupts
   * nobody, and waits for that thread before it goes.
   *
   * @param closed whether nobody wants connections any more
   */
  DataSource patient(BooleanSupplier closed) {
    Class<?>[] faces = {DataSource.class};
    return (DataSource)
        Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            faces,
            (proxy, method, arguments) -> answer(method.getName(), closed));
  }

  private @Nullable Object answer(String method, BooleanSupplier closed) throws SQLException {
    return switch (method) {
      case "getConnection" -> connectAtLast(closed);
      case "getLoginTimeout" -> CLOSING_SECONDS;
      case "hashCode" -> 0;
      case "isWrapperFor", "equals" -> false;
      case "toString" -> "Connector";
      default -> null;
    };
  }

  private Connection connectAtLast(BooleanSupplier closed) throws SQLException {
    while (true) {
      try {
        return connect();
      } catch (SQLException e) {
        pauseUnlessClosed(closed, e);
      }
    }
  }

  private static void pauseUnlessClosed(BooleanSupplier closed, SQLException failure)
      throws SQLException {
    if (closed.getAsBoolean()) {
      throw failure;
    }
    try {
      // On the pool's own thread: nobody waits for its end.
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}

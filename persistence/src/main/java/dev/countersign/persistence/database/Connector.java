package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections with the driver itself. Not by way of java.sql.DriverManager, which does not
 * see the drivers of a WAR in every server. Thread-safe.
 */
final class Connector {

  private static final long PAUSE_MILLIS = 200;

  private final Driver driver;
  private final String url;
  private final Properties properties;

  private Connector(Driver driver, String url, Properties properties) {
    this.driver = driver;
    this.url = url;
    this.properties = properties;
  }

  static Connector of(DatabaseAddress.Jdbc address, Dialect dialect, Timeouts timeouts) {
    Properties properties = dialect.driverProperties(address, timeouts);
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
   * database back long after it is.
   */
  DataSource patient() {
    Class<?>[] faces = {DataSource.class};
    return (DataSource)
        Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            faces,
            (proxy, method, arguments) -> answer(method.getName()));
  }

  private @Nullable Object answer(String method) throws SQLException {
    return switch (method) {
      case "getConnection" -> connectAtLast();
      case "getLoginTimeout", "hashCode" -> 0;
      case "isWrapperFor", "equals" -> false;
      case "toString" -> "Connector";
      default -> null;
    };
  }

  private Connection connectAtLast() throws SQLException {
    while (true) {
      try {
        return connect();
      } catch (SQLException e) {
        pauseUnlessClosed(e);
      }
    }
  }

  private static void pauseUnlessClosed(SQLException failure) throws SQLException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}

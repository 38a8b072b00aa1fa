package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The connection before there is a pool: it tells at once what is wrong, where a pool would go on
 * trying, and an embedded database may take its time over it, to read and repair its file.
 */
final class FirstConnection {

  private FirstConnection() {}

  static Connection open(DatabaseAddress.Jdbc address, Dialect dialect, Timeouts timeouts)
      throws SQLException {
    Properties properties = Pool.driverProperties(dialect, timeouts);
    if (address.user() != null) {
      properties.setProperty("user", address.user());
    }
    if (address.password() != null) {
      properties.setProperty("password", address.password());
    }
    Connection connection = driver(dialect).connect(address.url(), properties);
    if (connection == null) {
      throw new SettingsException(
          "jdbcUrl is not one that the driver " + dialect.driver() + " takes");
    }
    return connection;
  }

  /**
   * Not by way of java.sql.DriverManager, which does not see the drivers of a WAR in every server.
   */
  private static Driver driver(Dialect dialect) {
    try {
      return Class.forName(dialect.driver(), true, FirstConnection.class.getClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new SettingsException(
          "jdbcUrl needs the driver " + dialect.driver() + ": put its jar into WEB-INF/lib", e);
    }
  }
}

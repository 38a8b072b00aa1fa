package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ServerDataSourceTest {

  private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5));

  /** Names that a lookup finds, as a server's naming service does. */
  public static final class Names implements InitialContextFactory {

    static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

    /** For JNDI. */
    public Names() {}

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) {
      return (Context)
          Proxy.newProxyInstance(
              Names.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("lookup")) {
                  return null;
                }
                Object found = BOUND.get(arguments[0].toString());
                if (found == null) {
                  throw new javax.naming.NameNotFoundException(arguments[0].toString());
                }
                return found;
              });
    }
  }

  /** A pool of one connection that is never really closed. */
  static DataSource pool(Connection connection) {
    return (DataSource)
        Proxy.newProxyInstance(
            ServerDataSourceTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> pooled(connection));
  }

  private static Connection pooled(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ServerDataSourceTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("close")
                    ? null
                    : method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void lentConnection_isLimitedAndGivenBackAsItWas() throws SQLException {
    DatabaseAddress.Jdbc address = TestDatabases.Product.POSTGRESQL.empty();
    try (Connection physical =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      physical.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      physical.setNetworkTimeout(Runnable::run, 77_000);
      try (Connection lent = ServerDataSource.over(pool(physical), TIMEOUTS).getConnection()) {
        assertEquals(Connection.TRANSACTION_READ_COMMITTED, lent.getTransactionIsolation());
        assertEquals(TIMEOUTS.statementMillis(), physical.getNetworkTimeout());
      }
      assertEquals(Connection.TRANSACTION_SERIALIZABLE, physical.getTransactionIsolation());
      assertEquals(77_000, physical.getNetworkTimeout());
    }
  }

  @Test
  void dataSourceUnderAName_isFoundAsWrittenAndAsAReference() throws SQLException {
    DatabaseAddress.Jdbc address = TestDatabases.Product.H2.empty();
    String property = Context.INITIAL_CONTEXT_FACTORY;
    System.setProperty(property, Names.class.getName());
    try (Connection connection =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      Names.BOUND.put("java:comp/env/jdbc/countersign", pool(connection));
      Names.BOUND.put("java:comp/env/not-one", "text");
      for (String name : new String[] {"java:comp/env/jdbc/countersign", "jdbc/countersign"}) {
        try (Database database = Database.open(new DatabaseAddress.Jndi(name), TIMEOUTS)) {
          assertEquals(Dialect.H2, database.dialect());
        }
      }
      for (String name : new String[] {"jdbc/other", "java:other", "not-one"}) {
        SettingsException refused =
            assertThrows(
                SettingsException.class,
                () -> Database.open(new DatabaseAddress.Jndi(name), TIMEOUTS));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
      }
    } finally {
      System.clearProperty(property);
    }
  }
}

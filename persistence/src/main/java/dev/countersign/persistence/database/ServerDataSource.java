package dev.countersign.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A server's data source, whose connections have auto-commit, our isolation and a time-out on the
 * network while they are ours, and are given back as they were: others use the same pool. Without
 * auto-commit a nonce would count as claimed and be forgotten when its connection is given back.
 */
final class ServerDataSource {

  private final Timeouts timeouts;

  private ServerDataSource(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  static DataSource over(DataSource server, Timeouts timeouts) {
    ServerDataSource lender = new ServerDataSource(timeouts);
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object answer = invoke(server, method, arguments);
          return answer instanceof Connection connection ? lender.lend(connection) : answer;
        });
  }

  private Connection lend(Connection connection) throws SQLException {
    try {
      boolean autoCommit = connection.getAutoCommit();
      endTransaction(connection);
      int isolation = connection.getTransactionIsolation();
      int networkTimeout = networkTimeout(connection);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      limit(connection, timeouts.statementMillis());
      return proxy(
          Connection.class,
          (proxy, method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
              restore(connection, autoCommit, isolation, networkTimeout);
            }
            return invoke(connection, method, arguments);
          });
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Leaves auto-commit on; what was not committed until now never will be. */
  private static void endTransaction(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      return;
    }
    connection.rollback();
    connection.setAutoCommit(true);
    if (!connection.getAutoCommit()) {
      throw new SQLException("the data source does not let auto-commit be switched on");
    }
  }

  private static void restore(
      Connection connection, boolean autoCommit, int isolation, int networkTimeout)
      throws SQLException {
    try {
      endTransaction(connection);
      connection.setTransactionIsolation(isolation);
      limit(connection, networkTimeout);
      if (!autoCommit) {
        connection.setAutoCommit(false);
      }
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }

  private static <T> T proxy(Class<T> face, InvocationHandler handler) {
    Class<?>[] faces = {face};
    return face.cast(
        Proxy.newProxyInstance(ServerDataSource.class.getClassLoader(), faces, handler));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static int networkTimeout(Connection connection) throws SQLException {
    try {
      return connection.getNetworkTimeout();
    } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
      return 0;
    }
  }

  private static void limit(Connection connection, int millis) throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, millis);
    } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
      // An embedded database has no network; a driver without this method leaves it to the server's
      // own settings.
      return;
    }
  }
}

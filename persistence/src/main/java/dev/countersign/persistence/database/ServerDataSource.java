package dev.countersign.persistence.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A server's data source, whose connections have our isolation and a time-out on the network while
 * they are ours, and are given back as they were: others use the same pool.
 */
final class ServerDataSource implements DataSource {

  private final DataSource server;
  private final Timeouts timeouts;

  ServerDataSource(DataSource server, Timeouts timeouts) {
    this.server = server;
    this.timeouts = timeouts;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = server.getConnection();
    try {
      return lend(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection lend(Connection connection) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    int networkTimeout = networkTimeout(connection);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    limit(connection, timeouts.statementMillis());
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("close") && !connection.isClosed()) {
            connection.setTransactionIsolation(isolation);
            limit(connection, networkTimeout);
          }
          return invoke(connection, method, arguments);
        };
    Class<?>[] faces = {Connection.class};
    return (Connection)
        Proxy.newProxyInstance(ServerDataSource.class.getClassLoader(), faces, handler);
  }

  private static Object invoke(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
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

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the server's data source knows its user");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return server.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    server.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    server.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return server.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return server.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return server.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return server.isWrapperFor(type);
  }
}

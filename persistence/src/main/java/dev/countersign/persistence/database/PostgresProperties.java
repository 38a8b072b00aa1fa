package dev.countersign.persistence.database;

import java.util.Properties;

/**
 * The time-outs of PostgreSQL's driver, each of which is endless, or long, unless said otherwise.
 */
final class PostgresProperties {

  private PostgresProperties() {}

  static Properties of(Timeouts timeouts) {
    Properties properties = new Properties();
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
    return properties;
  }
}

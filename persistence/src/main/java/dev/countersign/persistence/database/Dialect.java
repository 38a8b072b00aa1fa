package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/** What differs between the databases. */
public enum Dialect {
  /** H2 2.x. */
  H2(
      "H2",
      "jdbc:h2:",
      "org.h2.Driver",
      "h2",
      "org.eclipse.persistence.platform.database.H2Platform",
      "MERGE INTO cs_nonce n USING (VALUES (CAST(? AS VARBINARY(32)), CAST(? AS BIGINT),"
          + " CAST(? AS VARBINARY(32)))) v (id, keep_until, request) ON n.id = v.id WHEN NOT MATCHED"
          + " THEN INSERT (id, keep_until, request) VALUES (v.id, v.keep_until, v.request)") {
    @Override
    List<String> limitSession(Timeouts timeouts) {
      return List.of("SET LOCK_TIMEOUT " + timeouts.lockMillis());
    }

    @Override
    public List<String> limitTransaction(Timeouts timeouts) {
      return List.of();
    }

    // An IN list here is a scan of the whole table for each batch.
    @Override
    public String deleteBatch(String table, String condition, String order, int most) {
      return "DELETE FROM " + table + " WHERE " + condition + " FETCH FIRST " + most + " ROWS ONLY";
    }

    @Override
    Properties driverProperties(DatabaseAddress.Jdbc address, Timeouts timeouts) {
      Properties properties = new Properties();
      // What the URL says itself counts: said twice, the driver refuses it.
      if (!address.creating() && !address.url().toUpperCase(Locale.ROOT).contains(IF_EXISTS)) {
        properties.setProperty("IFEXISTS", "TRUE");
      }
      return properties;
    }
  },
  /** PostgreSQL. */
  POSTGRESQL(
      "PostgreSQL",
      "jdbc:postgresql:",
      "org.postgresql.Driver",
      "postgresql",
      "org.eclipse.persistence.platform.database.PostgreSQLPlatform",
      "INSERT INTO cs_nonce (id, keep_until, request) VALUES (?, ?, ?) ON CONFLICT DO NOTHING") {
    @Override
    List<String> limitSession(Timeouts timeouts) {
      return List.of(
          "SET lock_timeout = " + timeouts.lockMillis(),
          "SET statement_timeout = " + timeouts.statementMillis(),
          "SET " + idleLimit(timeouts));
    }

    @Override
    public List<String> limitTransaction(Timeouts timeouts) {
      return List.of(
          "SET LOCAL lock_timeout = " + timeouts.lockMillis(), "SET LOCAL " + idleLimit(timeouts));
    }

    @Override
    public String deleteBatch(String table, String condition, String order, int most) {
      String batch =
          condition + " ORDER BY " + order + " LIMIT " + most + " FOR UPDATE SKIP LOCKED";
      String from = "FROM " + table + " WHERE ";
      return "DELETE " + from + "id IN (SELECT id " + from + batch + ")";
    }

    /** Else a node that freezes between two statements keeps its locks from all others for good. */
    private String idleLimit(Timeouts timeouts) {
      return "idle_in_transaction_session_timeout = " + timeouts.total().toMillis();
    }

    @Override
    Properties driverProperties(DatabaseAddress.Jdbc address, Timeouts timeouts) {
      return PostgresProperties.of(timeouts);
    }
  };

  private static final String IF_EXISTS = ";IFEXISTS=";

  private final String product;
  private final String urlPrefix;
  private final String driver;
  private final String folder;
  private final String platform;
  private final String claimNonce;

  Dialect(
      String product,
      String urlPrefix,
      String driver,
      String folder,
      String platform,
      String claimNonce) {
    this.product = product;
    this.urlPrefix = urlPrefix;
    this.driver = driver;
    this.folder = folder;
    this.platform = platform;
    this.claimNonce = claimNonce;
  }

  static Dialect ofUrl(String url) {
    return find(candidate -> url.startsWith(candidate.urlPrefix))
        .orElseThrow(
            () -> new SettingsException("jdbcUrl begins with jdbc:h2: or jdbc:postgresql:"));
  }

  static Dialect ofProduct(String name) {
    return find(candidate -> candidate.product.equals(name))
        .orElseThrow(
            () ->
                new SettingsException(
                    "the database is " + name + "; supported are H2 and PostgreSQL"));
  }

  private static Optional<Dialect> find(Predicate<Dialect> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst();
  }

  /** Statements that bound the waits of a session of our own. */
  abstract List<String> limitSession(Timeouts timeouts);

  /**
   * Statements that bound the waits of the running transaction only, whosever the connection is.
   */
  public abstract List<String> limitTransaction(Timeouts timeouts);

  /**
   * Deletes at most so many rows by an index on the order, and passes over those that another node
   * deletes at the same time, where the database can.
   */
  public abstract String deleteBatch(String table, String condition, String order, int most);

  /** What the driver has to know before it connects; a new object. */
  abstract Properties driverProperties(DatabaseAddress.Jdbc address, Timeouts timeouts);

  String driver() {
    return driver;
  }

  /** The folder of its migrations. */
  String folder() {
    return folder;
  }

  /** The name by which EclipseLink knows it. */
  public String platform() {
    return platform;
  }

  /**
   * One statement that inserts a mark (id, keep until, request or null) and counts 1, or finds it
   * there and counts 0.
   */
  public String claimNonce() {
    return claimNonce;
  }
}

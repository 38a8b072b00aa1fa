package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and which version of them is there. */
public final class Schema {

  /**
   * The table in which migrations are noted: our own, so that a host's migrations in the same
   * schema are not mixed up.
   */
  static final String HISTORY = "cs_schema_history";

  /** The migrations, oldest first. The last one is the version that this code needs. */
  static final List<String> SCRIPTS = List.of("V1__tables.sql");

  private Schema() {}

  /**
   * Brings the tables to the version that this code needs, or checks that they have it.
   *
   * @throws SettingsException if the version is wrong, or the migration is refused
   * @throws StoreUnavailableException if the database does not answer, or not in time
   */
  public static void prepare(Database database, SchemaMode mode) {
    if (mode == SchemaMode.MIGRATE) {
      Migration.run(database);
    }
    validate(database);
  }

  private static void validate(Database database) {
    String needed = version(SCRIPTS.get(SCRIPTS.size() - 1));
    String found = found(database);
    if (!found.equals(needed)) {
      throw new SettingsException(
          "the tables have version "
              + found
              + ", this release needs "
              + needed
              + ": "
              + "with schema=migrate (on the command line: --schema migrate) they are made or"
              + " updated");
    }
  }

  private static String version(String script) {
    return script.substring(1, script.indexOf("__"));
  }

  private static String found(Database database) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(database.timeouts().statementSeconds());
      try (ResultSet rows = statement.executeQuery(latestVersion(connection))) {
        return rows.next() ? rows.getString(1) : "none";
      }
    } catch (SQLException e) {
      if (SqlErrors.of(e) == SqlErrors.NO_TABLE) {
        return "none";
      }
      // Whatever else it is may pass; only a missing table is known to be a fault of the settings.
      throw new StoreUnavailableException("the version of the tables cannot be read", e);
    }
  }

  /**
   * Names in the history are in quotes, as Flyway made them: some databases would else look for
   * capitals.
   */
  private static String latestVersion(Connection connection) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    return "SELECT # FROM # WHERE # AND # IS NOT NULL ORDER BY # DESC"
        .replace("#", quote + "%s" + quote)
        .formatted("version", HISTORY, "success", "version", "installed_rank");
  }
}

package dev.countersign.console.command;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.StoreSettings;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.vault.KeyRegister;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Opens a database step by step, as a store does, and tells how far that went. */
final class DatabaseChecks {

  private final List<Check> checks = new ArrayList<>();

  private DatabaseChecks() {}

  /** Changes nothing but, where the setting says so, the tables. */
  static List<Check> run(Map<String, String> written, InstantSource clock) {
    DatabaseChecks all = new DatabaseChecks();
    StoreSettings settings;
    try {
      settings = StoreSettings.read(written);
    } catch (SettingsException e) {
      return List.of(Check.fail("settings", String.valueOf(e.getMessage())));
    }
    all.checks.add(Check.ok("settings", "well formed, master keys readable"));
    try (Database database = Database.open(settings.address(), settings.timeouts())) {
      all.checks.add(Check.ok("database", database.dialect() + " answers"));
      all.open(database, settings, clock);
    } catch (SettingsException e) {
      all.checks.add(Check.fail("database", String.valueOf(e.getMessage())));
    } catch (StoreUnavailableException e) {
      all.checks.add(Check.unavailable("database", String.valueOf(e.getMessage())));
    }
    return all.checks;
  }

  private void open(Database database, StoreSettings settings, InstantSource clock) {
    SchemaMode mode = settings.schema();
    if (check(
        "schema",
        "the tables have the version of this release",
        () -> Schema.prepare(database, mode))) {
      check(
          "master keys",
          "secrets are sealed with keys that are configured",
          () -> KeyRegister.check(database, settings.masterKeys(), clock.instant()));
    }
    try {
      checks.add(ClockCheck.of(clock.instant(), now(database), "the database's"));
    } catch (SQLException e) {
      checks.add(Check.unavailable("clock", "the database does not tell its time"));
    }
  }

  private boolean check(String name, String good, Runnable step) {
    try {
      step.run();
      return checks.add(Check.ok(name, good));
    } catch (SettingsException e) {
      checks.add(Check.fail(name, String.valueOf(e.getMessage())));
      return false;
    } catch (StoreUnavailableException e) {
      checks.add(Check.unavailable(name, String.valueOf(e.getMessage())));
      return false;
    }
  }

  private static Instant now(Database database) throws SQLException {
    return database.withConnection(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
            row.next();
            Timestamp time = row.getTimestamp(1);
            return time.toInstant();
          }
        });
  }
}

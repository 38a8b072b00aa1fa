package dev.countersign.persistence.database;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the migrations. The only class that knows Flyway's engine, which `validate` does without.
 */
final class Migration {

  private static final System.Logger LOG = System.getLogger(Migration.class.getName());

  private static final int ATTEMPTS = 6;
  private static final long PAUSE_MILLIS = 250;

  private Migration() {}

  static void run(Database database) {
    try (Database unhurried = database.unhurried()) {
      migrate(unhurried);
    }
  }

  private static void migrate(Database database) {
    for (int attempt = 1; ; attempt++) {
      try {
        int done = flyway(database).migrate().migrationsExecuted;
        LOG.log(System.Logger.Level.DEBUG, "{0} migrations of the schema were run", done);
        return;
      } catch (FlywayException e) {
        giveUpOrWait(e, attempt);
      }
    }
  }

  /**
   * Several nodes that start at once on an empty database get in each other's way while the first
   * one makes the history; a moment later it is there.
   */
  private static void giveUpOrWait(FlywayException e, int attempt) {
    SqlErrors meaning = SqlErrors.of(e);
    if (meaning == SqlErrors.CONNECTION || meaning == SqlErrors.TIMEOUT) {
      throw new StoreUnavailableException("the database broke off while the tables were made", e);
    }
    if (attempt == ATTEMPTS && meaning == SqlErrors.RETRY) {
      throw new StoreUnavailableException("others got in the way each time", e);
    }
    if (attempt == ATTEMPTS) {
      throw new SettingsException("schema=migrate failed: " + e.getMessage(), e);
    }
    Pause.ofMillis(PAUSE_MILLIS);
  }

  private static Flyway flyway(Database database) {
    return Flyway.configure(Migration.class.getClassLoader())
        .dataSource(database.dataSource())
        .table(Schema.HISTORY)
        .resourceProvider(new Scripts(database.dialect()))
        .javaMigrationClassProvider(List::of)
        .locations(new String[0])
        .skipDefaultCallbacks(true)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholderReplacement(false)
        .loggers(QuietFlywayLog.Creator.class.getName())
        .load();
  }
}

package dev.countersign.persistence.database;

import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Flyway's messages, a level lower: its notes at each start are no news for whoever runs the WAR.
 */
final class QuietFlywayLog implements Log {

  private final System.Logger log;

  private QuietFlywayLog(Class<?> source) {
    this.log = System.getLogger(source.getName());
  }

  /** Made by Flyway, by name. */
  public static final class Creator implements LogCreator {

    /** For Flyway. */
    public Creator() {}

    @Override
    public Log createLogger(Class<?> source) {
      return new QuietFlywayLog(source);
    }
  }

  @Override
  public void debug(String message) {
    log.log(Level.TRACE, message);
  }

  @Override
  public void info(String message) {
    log.log(Level.DEBUG, message);
  }

  @Override
  public void notice(String message) {
    log.log(Level.DEBUG, message);
  }

  @Override
  public void warn(String message) {
    log.log(Level.DEBUG, message);
  }

  @Override
  public void error(String message) {
    log.log(Level.WARNING, message);
  }

  @Override
  public void error(String message, Exception cause) {
    log.log(Level.WARNING, message, cause);
  }
}

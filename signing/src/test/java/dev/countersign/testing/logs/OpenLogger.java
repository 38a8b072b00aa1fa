package dev.countersign.testing.logs;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A logger whose level nobody changes, and whose every record is looked at. */
final class OpenLogger extends Logger {

  OpenLogger(String name, Level level) {
    super(name, null);
    open(level);
  }

  void open(Level level) {
    super.setLevel(level);
  }

  /** Servers, EclipseLink and configurations would make it say less. */
  @Override
  public void setLevel(Level ignored) {}

  @Override
  public void log(LogRecord said) {
    LogWatch.RUN.see(said);
    super.log(said);
  }
}

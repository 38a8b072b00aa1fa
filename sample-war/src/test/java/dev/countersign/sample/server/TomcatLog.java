package dev.countersign.sample.server;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.juli.logging.Log;

/**
 * What Tomcat logs with in the tests, found by it as a service: java.util.logging at the levels
 * that Tomcat's own bridge has. That one takes a whole stack trace for each record, to name the
 * caller, and with all levels open there are tens of thousands of records for each WAR. Here only
 * those that people read name one.
 */
public final class TomcatLog implements Log {

  private final Logger logger;

  /** For the service loader, which is asked for the class only. */
  public TomcatLog() {
    this("");
  }

  /** Called by Tomcat, with the name of each logger. */
  public TomcatLog(String name) {
    logger = Logger.getLogger(name);
  }

  private void log(Level level, Object message, Throwable thrown) {
    if (!logger.isLoggable(level)) {
      return;
    }
    String text = String.valueOf(message);
    if (level.intValue() < Level.INFO.intValue()) {
      logger.logp(level, logger.getName(), "", text, thrown);
      return;
    }
    StackWalker.StackFrame caller =
        StackWalker.getInstance().walk(frames -> frames.skip(2).findFirst()).orElseThrow();
    logger.logp(level, caller.getClassName(), caller.getMethodName(), text, thrown);
  }

  @Override
  public boolean isTraceEnabled() {
    return logger.isLoggable(Level.FINER);
  }

  @Override
  public boolean isDebugEnabled() {
    return logger.isLoggable(Level.FINE);
  }

  @Override
  public boolean isInfoEnabled() {
    return logger.isLoggable(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return logger.isLoggable(Level.WARNING);
  }

  @Override
  public boolean isErrorEnabled() {
    return logger.isLoggable(Level.SEVERE);
  }

  @Override
  public boolean isFatalEnabled() {
    return logger.isLoggable(Level.SEVERE);
  }

  @Override
  public void trace(Object message) {
    log(Level.FINER, message, null);
  }

  @Override
  public void trace(Object message, Throwable thrown) {
    log(Level.FINER, message, thrown);
  }

  @Override
  public void debug(Object message) {
    log(Level.FINE, message, null);
  }

  @Override
  public void debug(Object message, Throwable thrown) {
    log(Level.FINE, message, thrown);
  }

  @Override
  public void info(Object message) {
    log(Level.INFO, message, null);
  }

  @Override
  public void info(Object message, Throwable thrown) {
    log(Level.INFO, message, thrown);
  }

  @Override
  public void warn(Object message) {
    log(Level.WARNING, message, null);
  }

  @Override
  public void warn(Object message, Throwable thrown) {
    log(Level.WARNING, message, thrown);
  }

  @Override
  public void error(Object message) {
    log(Level.SEVERE, message, null);
  }

  @Override
  public void error(Object message, Throwable thrown) {
    log(Level.SEVERE, message, thrown);
  }

  @Override
  public void fatal(Object message) {
    log(Level.SEVERE, message, null);
  }

  @Override
  public void fatal(Object message, Throwable thrown) {
    log(Level.SEVERE, message, thrown);
  }
}

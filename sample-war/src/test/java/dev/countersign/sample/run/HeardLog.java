package dev.countersign.sample.run;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one logger says from now on. */
final class HeardLog extends Handler implements AutoCloseable {

  private final Logger logger;
  private final StringBuilder heard = new StringBuilder();

  private HeardLog(Logger logger) {
    this.logger = logger;
  }

  static HeardLog of(String name) {
    HeardLog log = new HeardLog(Logger.getLogger(name));
    log.logger.addHandler(log);
    return log;
  }

  synchronized String text() {
    return heard.toString();
  }

  @Override
  public synchronized void publish(LogRecord said) {
    heard.append(said.getMessage()).append('\n');
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}

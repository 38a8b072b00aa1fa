package dev.countersign.filter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the filter logs while this is open, as {@code LEVEL message} and the exception's text. */
final class CapturedLog extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.countersign.filter");
  private final Level before = logger.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  CapturedLog() {
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
    setLevel(Level.ALL);
  }

  List<String> lines() {
    return lines;
  }

  /** All lines in one text. */
  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void publish(LogRecord line) {
    String thrown = line.getThrown() == null ? "" : " <- " + line.getThrown();
    lines.add(line.getLevel() + " " + line.getMessage() + thrown);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}

package dev.countersign.sample.broken;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library says, as {@code LEVEL message}, with the messages of what was thrown. */
final class HeardLog extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.countersign");
  private final Set<String> lines = Collections.synchronizedSet(new LinkedHashSet<>());

  HeardLog() {
    logger.addHandler(this);
  }

  /** At least as grave as a warning. */
  List<String> warnings() {
    synchronized (lines) {
      return lines.stream().filter(line -> line.matches("(?s)(WARNING|SEVERE) .*")).toList();
    }
  }

  String text() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  @Override
  public void publish(LogRecord said) {
    StringBuilder line = new StringBuilder(said.getLevel() + " " + said.getMessage());
    for (Throwable each = said.getThrown(); each != null; each = each.getCause()) {
      line.append(" <- ").append(each.getMessage());
    }
    lines.add(line.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}

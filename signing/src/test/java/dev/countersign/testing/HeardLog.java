package dev.countersign.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a logger and those below it say while this is open, at every level. Thread-safe. */
public final class HeardLog extends Handler implements AutoCloseable {

  private final Logger logger;
  private final Level former;
  private final List<Line> lines = new ArrayList<>();

  /** A record with all that it holds, as text. */
  public record Line(String logger, Level level, String text) {
    @Override
    public String toString() {
      return level + " " + text;
    }
  }

  private HeardLog(Logger logger) {
    this.logger = logger;
    this.former = logger.getLevel();
    setLevel(Level.ALL);
  }

  /** Of all loggers if the name is empty. */
  public static HeardLog of(String name) {
    HeardLog log = new HeardLog(Logger.getLogger(name));
    log.logger.setLevel(Level.ALL);
    log.logger.addHandler(log);
    return log;
  }

  /** Everything that the library says. */
  public static HeardLog ofLibrary() {
    return of("dev.countersign");
  }

  public synchronized List<Line> lines(Predicate<Line> wanted) {
    return lines.stream().filter(wanted).toList();
  }

  /** All of them, each as {@code LEVEL text}. */
  public synchronized List<String> lines() {
    return lines.stream().map(Line::toString).toList();
  }

  /** All lines in one text. */
  public String text() {
    return String.join("\n", lines());
  }

  /** Those at least as grave as a warning. */
  public List<String> warnings() {
    return lines(line -> line.level().intValue() >= Level.WARNING.intValue()).stream()
        .map(Line::toString)
        .toList();
  }

  @Override
  public void publish(LogRecord said) {
    StringWriter text = new StringWriter();
    text.append(new SimpleFormatter().formatMessage(said));
    if (said.getParameters() != null) {
      for (Object parameter : said.getParameters()) {
        text.append(' ').append(String.valueOf(parameter));
      }
    }
    if (said.getThrown() != null) {
      // As a log file would have it, with every cause: a secret may stand in any of them.
      said.getThrown().printStackTrace(new PrintWriter(text.append(" <- ")));
    }
    Line line = new Line(String.valueOf(said.getLoggerName()), said.getLevel(), text.toString());
    synchronized (this) {
      lines.add(line);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(former);
  }
}

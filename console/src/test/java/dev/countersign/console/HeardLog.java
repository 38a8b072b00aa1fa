package dev.countersign.console;

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

/** Everything that is logged in this JVM while it is open, at every level. */
public final class HeardLog extends Handler implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final Level former = root.getLevel();
  private final List<Line> lines = new ArrayList<>();

  /** A record with all that it holds, as text. */
  public record Line(String logger, Level level, String text) {}

  private HeardLog() {
    setLevel(Level.ALL);
  }

  public static HeardLog open() {
    HeardLog log = new HeardLog();
    log.root.setLevel(Level.ALL);
    log.root.addHandler(log);
    return log;
  }

  public synchronized List<Line> lines(Predicate<Line> wanted) {
    return lines.stream().filter(wanted).toList();
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
      said.getThrown().printStackTrace(new PrintWriter(text));
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
    root.removeHandler(this);
    root.setLevel(former);
  }
}

package dev.countersign.testing.logs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;

/**
 * Looks at every record for what no log may hold, and for markers, by one and the same search: that
 * the markers are found proves that the rest would be. Keeps findings, and for a while what was
 * said, to look there for secrets that the tests learn later. Thread-safe.
 */
final class LogWatch {

  static final LogWatch RUN = new LogWatch(Sensitive.NEEDLES);

  private static final long REMEMBERED = 8_000_000;
  private static final int MOST_FINDINGS = 20;
  private static final int AROUND = 300;

  private final Needles sensitive;
  private final Needles markers = new Needles();
  private final Set<Source> marked = EnumSet.noneOf(Source.class);
  private final Set<String> dumping = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> perLogger = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private final Deque<Said> lately = new ArrayDeque<>();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong characters = new AtomicLong();
  private long remembered;

  private record Said(String logger, String text) {}

  LogWatch(Needles sensitive) {
    this.sensitive = sensitive;
  }

  void see(LogRecord record) {
    records.incrementAndGet();
    String logger = String.valueOf(record.getLoggerName());
    if (WireDumps.names(logger)) {
      dump(record);
      return;
    }
    see(logger, record.getMessage());
    Object[] parameters = record.getParameters();
    for (int i = 0; parameters != null && i < parameters.length; i++) {
      see(logger, text(parameters[i]));
    }
    // Each names its cause, but what a cause of a cause says stands in the trace only.
    Throwable thrown = record.getThrown();
    for (int depth = 0; thrown != null && depth < 20; depth++, thrown = thrown.getCause()) {
      see(logger, text(thrown));
      Arrays.stream(thrown.getSuppressed()).forEach(each -> see(logger, text(each)));
    }
  }

  private void dump(LogRecord record) {
    String text = record.getMessage() + text(record.getParameters()) + record.getThrown();
    if (sensitive.in(text) >= 0) {
      dumping.add(record.getLoggerName());
    }
  }

  private static String text(Object value) {
    try {
      return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    } catch (RuntimeException e) {
      // A formatter would not get further.
      return "";
    }
  }

  void see(String logger, String text) {
    if (text == null || text.length() < Windows.LENGTH) {
      return;
    }
    characters.addAndGet(text.length());
    look(logger, text);
    if (markers.in(text) >= 0) {
      synchronized (this) {
        Source.of(logger).ifPresent(marked::add);
      }
    }
    remember(new Said(logger, text));
  }

  private void look(String logger, String text) {
    boolean isServers = Source.of(logger).filter(Source.CONTAINER::equals).isPresent();
    int at = isServers ? sensitive.inServers(text) : sensitive.in(text);
    if (at >= 0) {
      int from = Math.max(0, at - AROUND);
      String part = text.substring(from, Math.min(text.length(), at + AROUND));
      found(logger, logger + " [" + text.substring(at, at + Windows.LENGTH) + "...]: " + part);
    }
  }

  private synchronized void found(String logger, String finding) {
    if (perLogger.merge(logger, 1, Integer::sum) <= MOST_FINDINGS) {
      findings.add(finding);
    }
  }

  private synchronized void remember(Said said) {
    lately.add(said);
    remembered += said.text().length();
    while (remembered > REMEMBERED) {
      remembered -= lately.remove().text().length();
    }
  }

  /** Looks once more at what was said lately. */
  void lookBack() {
    List<Said> now;
    synchronized (this) {
      now = List.copyOf(lately);
    }
    now.forEach(said -> look(said.logger(), said.text()));
  }

  void marker(String text) {
    markers.secret(text);
  }

  /** Which loggers of {@link WireDumps} were seen to print a credential. */
  Set<String> dumping() {
    return Set.copyOf(dumping);
  }

  synchronized Set<Source> marked() {
    return Set.copyOf(marked);
  }

  synchronized List<String> findings() {
    return List.copyOf(findings);
  }

  /** What was looked at, for the report. */
  String summary() {
    return records
        + " records of "
        + characters
        + " characters, looked through for "
        + sensitive.passed()
        + " spellings of MACs and credentials, and all secrets; marked: "
        + marked()
        + "; found: "
        + perLogger;
  }
}

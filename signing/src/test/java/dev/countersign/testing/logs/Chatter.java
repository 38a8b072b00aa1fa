package dev.countersign.testing.logs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Counts what loggers of servers print that are not heard because they say too much. Thread-safe.
 */
public final class Chatter extends Handler {

  private final Map<String, AtomicLong> records = new ConcurrentHashMap<>();

  private Chatter() {}

  /** The loggers of a server that print a record for each byte. */
  public static Set<String> left(String server) {
    return WireDumps.chatter().stream()
        .filter(row -> server.startsWith(row.whose()))
        .map(WireDumps::logger)
        .collect(Collectors.toSet());
  }

  /** Lets them talk meanwhile, and tells which printed at least so many records. */
  public static Set<String> heard(long atLeast, Runnable meanwhile) {
    List<String> loggers = WireDumps.chatter().stream().map(WireDumps::logger).toList();
    Chatter counted = new Chatter();
    loggers.forEach(each -> OpenLogManager.open(each, Level.ALL));
    loggers.forEach(each -> Logger.getLogger(each).addHandler(counted));
    try {
      meanwhile.run();
    } finally {
      loggers.forEach(each -> Logger.getLogger(each).removeHandler(counted));
      loggers.forEach(each -> OpenLogManager.open(each, WireDumps.level(each)));
    }
    return loggers.stream()
        .filter(each -> counted.count(each).get() >= atLeast)
        .collect(Collectors.toSet());
  }

  private AtomicLong count(String logger) {
    return records.computeIfAbsent(logger, key -> new AtomicLong());
  }

  @Override
  public void publish(LogRecord said) {
    count(said.getLoggerName()).incrementAndGet();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

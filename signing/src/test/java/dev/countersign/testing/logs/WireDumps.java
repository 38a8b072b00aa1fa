package dev.countersign.testing.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.stream.Collectors;

/**
 * Loggers of servers, and of clients in the tests' JVM, that print what goes over the wire. No
 * filter can prevent it, so they are left at INFO, and the docs name those of servers. Others print
 * no bytes, but a record for each byte, which makes the server a hundred times slower: left just
 * above the level of these records, and looked through like all others.
 */
record WireDumps(String whose, String logger, Level level, String reason) {

  private static final Map<String, WireDumps> ALL = read();

  /** Asked for with every record. */
  private static final Map<String, Level> LEVELS = new ConcurrentHashMap<>();

  static boolean names(String logger) {
    return level(logger).equals(Level.INFO);
  }

  /** To which this logger is opened. */
  static Level level(String logger) {
    return LEVELS.computeIfAbsent(logger, WireDumps::search);
  }

  private static Level search(String logger) {
    WireDumps row = ALL.get(logger);
    if (row != null) {
      return row.level;
    }
    boolean clients =
        ALL.values().stream().anyMatch(each -> each.isClients() && logger.startsWith(each.logger));
    return clients ? Level.INFO : Level.ALL;
  }

  static List<WireDumps> ofServers() {
    return ofServers(true);
  }

  /** Those that print a record for each byte. */
  static List<WireDumps> chatter() {
    return ofServers(false);
  }

  private static List<WireDumps> ofServers(boolean bytes) {
    return ALL.values().stream()
        .filter(row -> !row.isClients() && row.level.equals(Level.INFO) == bytes)
        .toList();
  }

  /** Then it is a whole package: what clients of others log is no business of a server's filter. */
  private boolean isClients() {
    return whose.equals("client");
  }

  private static Map<String, WireDumps> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                WireDumps.class.getResourceAsStream("/logs/wire-dumps.csv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 4))
          .map(row -> new WireDumps(row[0], row[1], Level.parse(row[2]), row[3]))
          .collect(Collectors.toMap(WireDumps::logger, row -> row));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

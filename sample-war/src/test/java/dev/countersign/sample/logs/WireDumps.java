package dev.countersign.sample.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Loggers of servers, and of clients in the tests' JVM, that print what goes over the wire. No
 * filter can prevent it, so they are left at INFO, and the docs name those of servers.
 */
record WireDumps(String whose, String logger, String reason) {

  private static final Map<String, WireDumps> ALL = read();

  static boolean names(String logger) {
    return ALL.containsKey(logger)
        || ALL.values().stream().anyMatch(row -> row.isClients() && logger.startsWith(row.logger));
  }

  static List<WireDumps> ofServers() {
    return ALL.values().stream().filter(row -> !row.isClients()).toList();
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
          .map(line -> line.split(",", 3))
          .map(row -> new WireDumps(row[0], row[1], row[2]))
          .collect(Collectors.toMap(WireDumps::logger, row -> row));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

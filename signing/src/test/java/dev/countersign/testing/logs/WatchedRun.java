package dev.countersign.testing.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the watch over this JVM's logs knows by now. */
public final class WatchedRun {

  private static volatile boolean serverRan;

  private WatchedRun() {}

  /** From now on the run has to prove that the server, EclipseLink and we were heard. */
  public static void serverRuns() {
    serverRan = true;
  }

  /** Of whom a marker has to be found by the end. */
  static Set<Source> expected() {
    return serverRan ? EnumSet.allOf(Source.class) : EnumSet.of(Source.WATCH);
  }

  /** Of whom no marker was found. */
  public static Set<Source> unheard() {
    Set<Source> unheard = EnumSet.allOf(Source.class);
    unheard.removeAll(LogWatch.RUN.marked());
    return unheard;
  }

  public static boolean looksFor(String text) {
    return Sensitive.NEEDLES.in(text) >= 0;
  }

  /** Lines of logs that held what they must not. */
  public static List<String> findings() {
    return LogWatch.RUN.findings();
  }

  /** Looks through the log of a process that a test has ended. */
  public static void lookThrough(Path log) {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines.forEach(line -> LogWatch.RUN.see(log.toString(), line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The loggers of a server that are left at INFO. */
  public static Set<String> excepted(String server) {
    return WireDumps.ofServers().stream()
        .filter(row -> server.startsWith(row.whose()))
        .map(WireDumps::logger)
        .collect(Collectors.toSet());
  }

  /** Lets them talk meanwhile, and tells which have printed a credential. */
  public static Set<String> openDumps(Runnable meanwhile) {
    WireDumps.ofServers().forEach(row -> OpenLogManager.open(row.logger(), Level.ALL));
    try {
      meanwhile.run();
      return LogWatch.RUN.dumping();
    } finally {
      WireDumps.ofServers().forEach(row -> OpenLogManager.open(row.logger(), Level.INFO));
    }
  }
}

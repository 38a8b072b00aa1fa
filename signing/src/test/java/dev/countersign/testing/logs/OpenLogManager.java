package dev.countersign.testing.logs;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The system property {@code java.util.logging.manager} of the tests: all logging of this JVM comes
 * here, of the server, of EclipseLink, of libraries over SLF4J and our own, at every level there
 * is. Only the loggers of {@link WireDumps} stay closed.
 */
public final class OpenLogManager extends LogManager {

  /** The framework itself forgets loggers that nobody holds. */
  private static final Map<String, OpenLogger> OPEN = new ConcurrentHashMap<>();

  @Override
  public Logger getLogger(String name) {
    Logger present = super.getLogger(name);
    if (present != null) {
      return present;
    }
    OpenLogger made = new OpenLogger(name, WireDumps.level(name));
    if (addLogger(made)) {
      OPEN.put(name, made);
    }
    return super.getLogger(name);
  }

  /** Whether its records are looked at without a handler. */
  static boolean isOpen(String name) {
    return OPEN.containsKey(name);
  }

  /** Changes the level of a logger of {@link WireDumps}. */
  static void open(String name, Level level) {
    Logger.getLogger(name);
    OPEN.get(name).open(level);
  }

  /** A server that reads a configuration of its own would undo this one. */
  @Override
  public void reset() {}

  @Override
  public void readConfiguration(InputStream ignored) {}
}

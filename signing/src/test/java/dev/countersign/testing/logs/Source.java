package dev.countersign.testing.logs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who logs: those of whom it has to be proved that they are heard, this package itself in every
 * run.
 */
public enum Source {
  WATCH("dev\\.countersign\\.testing\\."),
  COUNTERSIGN("dev\\.countersign\\.(filter|persistence|console)\\."),
  ECLIPSELINK("org\\.eclipse\\.persistence\\."),
  CONTAINER(
      "org\\.apache\\.(catalina|coyote|tomcat)\\.|org\\.eclipse\\.jetty\\."
          + "|org\\.glassfish\\.|com\\.sun\\.enterprise\\.|jakarta\\.enterprise\\.");

  /** Asked for with every text. */
  private static final Map<String, Optional<Source>> BY_LOGGER = new ConcurrentHashMap<>();

  private final Pattern loggers;

  Source(String loggers) {
    this.loggers = Pattern.compile(loggers);
  }

  static Optional<Source> of(String logger) {
    return BY_LOGGER.computeIfAbsent(logger, Source::search);
  }

  private static Optional<Source> search(String logger) {
    return Stream.of(values())
        .filter(source -> source.loggers.matcher(logger).lookingAt())
        .findFirst();
  }
}

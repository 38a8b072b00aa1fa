package dev.countersign.testing.logs;

import java.util.UUID;

/** A text that is no secret, and that the watch has to find in logs: another one in each run. */
public final class LogMarker {

  public static final String TEXT = "marker-" + UUID.randomUUID();

  static {
    LogWatch.RUN.marker(TEXT);
  }

  private LogMarker() {}
}

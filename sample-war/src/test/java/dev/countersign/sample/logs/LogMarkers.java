package dev.countersign.sample.logs;

/** Texts that are no secret and have to be found in logs. */
public final class LogMarkers {

  private LogMarkers() {}

  public static void expect(String marker) {
    LogWatch.RUN.marker(marker);
  }
}

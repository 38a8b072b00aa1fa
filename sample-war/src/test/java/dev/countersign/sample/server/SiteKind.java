package dev.countersign.sample.server;

import java.nio.file.Path;
import java.util.function.BiFunction;

/** The same WAR, deployed with different settings. */
public enum SiteKind {
  /** As it is built. */
  SAMPLE((xml, directory) -> xml),
  /** Without the filter, and with no other difference. */
  PLAIN((xml, directory) -> xml.withoutFilter()),
  /** Nonces in memory instead of the database. */
  MEMORY((xml, directory) -> xml.contextParam("countersign.nonceStore", "memory")),
  /** Every body goes to a file in a directory that the tests look into; few bytes are allowed. */
  SPOOLING(
      (xml, directory) ->
          xml.initParam("spoolMemory", "0")
              .initParam("bodyLimit", "100KiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString()));

  private final BiFunction<WebXml, Path, WebXml> settings;

  SiteKind(BiFunction<WebXml, Path, WebXml> settings) {
    this.settings = settings;
  }

  WebXml webXml(Path war, Path directory) {
    return settings.apply(WebXml.of(war), directory);
  }
}

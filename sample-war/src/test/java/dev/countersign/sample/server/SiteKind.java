package dev.countersign.sample.server;

import java.nio.file.Path;

/** The same WAR, deployed with different settings. */
public enum SiteKind {
  /** As it is built. */
  SAMPLE,
  /** Without the filter, and with no other difference. */
  PLAIN,
  /** Nonces in memory instead of the database. */
  MEMORY,
  /** Every body goes to a file in a directory that the tests look into; few bytes are allowed. */
  SPOOLING,
  /** With a second console that only signed calls reach. */
  SIGNED_CONSOLE;

  WebXml webXml(Path war, Path directory) {
    WebXml asBuilt = WebXml.of(war);
    return switch (this) {
      case SAMPLE -> asBuilt;
      case PLAIN -> asBuilt.withoutFilter();
      case MEMORY -> asBuilt.contextParam("countersign.nonceStore", "memory");
      case SIGNED_CONSOLE ->
          asBuilt
              .initParam("apis", "orders:/orders,echo:/echo,desk:/desk")
              .alsoMapped("filter-mapping", "access", "/desk/*")
              .alsoMapped("servlet-mapping", "console", "/desk/*");
      case SPOOLING ->
          asBuilt
              .initParam("spoolMemory", "0")
              .initParam("bodyLimit", "100KiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString());
    };
  }
}

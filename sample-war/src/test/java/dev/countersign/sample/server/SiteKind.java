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
  /** The same, for one environment, since not every scheme states one; and every scheme. */
  EVERY_SCHEME,
  /** Every body goes to a file in a directory that the tests look into; few bytes are allowed. */
  SPOOLING;

  WebXml webXml(Path war, Path directory) {
    WebXml asBuilt = WebXml.of(war);
    return switch (this) {
      case SAMPLE -> asBuilt;
      case PLAIN -> asBuilt.withoutFilter();
      case MEMORY -> asBuilt.contextParam("countersign.nonceStore", "memory");
      case EVERY_SCHEME ->
          asBuilt
              .contextParam("countersign.nonceStore", "memory")
              .initParam("environmentFrom", "fixed")
              .initParam("schemes", "countersign-1,tencent,jdcloud,aliyun,aws4,rfc9421");
      case SPOOLING ->
          asBuilt
              .initParam("spoolMemory", "0")
              .initParam("bodyLimit", "100KiB")
              .initParam("spoolDirectory", directory.resolve("spool").toString());
    };
  }
}

package dev.countersign.sample.server;

import java.nio.file.Path;

/** Knows every make, and loads only the one that is on the class path of the run. */
final class StartedServer {

  private StartedServer() {}

  static Server of(String name, Path directory) {
    try {
      if (name.startsWith("Apache Tomcat/")) {
        return new TomcatServer(directory, 0);
      }
      if (name.startsWith("jetty/")) {
        return JettyServer.start(directory);
      }
      if (name.startsWith("GlassFish ")) {
        return GlassFishServer.start();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no server is called " + name);
  }
}

package dev.countersign.filter;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcats at a free port, which this machine alone reaches. */
final class LoopbackTomcat {

  private LoopbackTomcat() {}

  /** One that is not started yet, and keeps its files there. */
  static Tomcat in(Path directory) {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    return tomcat;
  }

  static void stop(Tomcat tomcat) {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new AssertionError(e);
    }
  }
}

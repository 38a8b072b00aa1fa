package dev.countersign.sample.run;

import dev.countersign.sample.server.TomcatServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Serves unpacked WARs in a process of its own, for tests that limit its memory or kill it. Writes
 * its port to the standard output when they are there.
 */
public final class ServeSample {

  private ServeSample() {}

  /** With the directory of the server, and then those of the WARs. */
  public static void main(String[] arguments) throws Exception {
    TomcatServer server = new TomcatServer(Path.of(arguments[0]), 0);
    for (int i = 1; i < arguments.length; i++) {
      Path war = Path.of(arguments[i]);
      server.deploy(war.getFileName().toString(), war);
    }
    System.out.println("port " + server.port());
    new CountDownLatch(1).await();
  }
}

package dev.countersign.sample.run;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.LifecycleException;

/** Starts the sample in an embedded Tomcat and shows how to call it. Ends with Ctrl-C. */
public final class RunSample {

  private RunSample() {}

  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(System.getProperty("sample.war"));
    Path directory = Path.of(System.getProperty("sample.directory"));
    int port = Integer.getInteger("sample.port");
    TomcatServer server = new TomcatServer(directory.resolve("tomcat"), port);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "sample-stop"));
    server.deploy(
        "/sample",
        war,
        war.resolve("WEB-INF/web.xml"),
        Map.of("sample.directory", directory.toString()));
    Site site = new Site(server.port(), "/sample", directory);
    Demonstration.of(site, Path.of(System.getProperty("signers"))).print(System.out);
    stopped.await();
  }

  private static void stop(TomcatServer server, CountDownLatch stopped) {
    try {
      server.close();
      System.out.println("The sample has stopped.");
    } catch (LifecycleException e) {
      System.out.println("The sample did not stop cleanly: " + e.getMessage());
    } finally {
      stopped.countDown();
    }
  }
}

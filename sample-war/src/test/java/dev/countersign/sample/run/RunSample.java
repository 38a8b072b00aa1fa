package dev.countersign.sample.run;

import dev.countersign.sample.seed.SampleListener;
import dev.countersign.sample.server.SampleUsers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;

/** Starts the sample in an embedded Tomcat and shows how to call it. Ends with Ctrl-C. */
public final class RunSample {

  /** Held here, because the logging framework forgets loggers that nobody holds. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private RunSample() {}

  public static void main(String[] arguments) throws Exception {
    TOMCAT.setLevel(Level.WARNING);
    Path war = Path.of(System.getProperty("sample.war"));
    Path directory = Path.of(System.getProperty("sample.directory"));
    int port = Integer.getInteger("sample.port");
    TomcatServer server = started(directory.resolve("tomcat"), port);
    SampleUsers users = SampleUsers.generate();
    server.admit(users);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "sample-stop"));
    RunSettings settings = RunSettings.read();
    Context deployed =
        server.deploy(
            "/sample", war, settings.webXml(war, directory), settings.contextParameters(directory));
    if (!deployed.getState().isAvailable()) {
      giveUp("The sample did not start; the reason is above.");
    }
    if (deployed.getServletContext().getAttribute(SampleListener.NOT_SEEDED) != null) {
      giveUp(
          "The sample has no data; the reason is above. Is it the data of an earlier version? Delete "
              + directory);
    }
    Site site = new Site(server.port(), "/sample", directory);
    SeededList.of(directory.resolve("applications.json")).print(System.out);
    Demonstration.of(site, Path.of(System.getProperty("signers"))).print(System.out);
    String url = "http://" + site.host() + site.path() + "/";
    users.print(System.out, url + "console/");
    System.out.println();
    System.out.println("Running at " + url + ". Ctrl-C stops it.");
    // Until the JVM is told to end.
    new CountDownLatch(1).await();
  }

  private static TomcatServer started(Path base, int port) throws Exception {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      free.setReuseAddress(true);
    } catch (BindException taken) {
      giveUp("Port " + port + " is taken. Choose another: -Dsample.port=8081");
    }
    return new TomcatServer(base, port);
  }

  private static void giveUp(String reason) {
    System.out.println(reason);
    System.exit(1);
  }

  private static void stop(TomcatServer server) {
    try {
      server.close();
      System.out.println("The sample has stopped.");
    } catch (AssertionError e) {
      System.out.println("The sample did not stop cleanly: " + e.getMessage());
    }
  }
}

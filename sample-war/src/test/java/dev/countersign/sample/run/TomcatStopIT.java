package dev.countersign.sample.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.testing.HeardLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;

/** What Tomcat, which looks for threads and drivers, finds of a WAR that was stopped: none. */
class TomcatStopIT {

  private final Path war = Path.of(System.getProperty("sample.war"));
  private final Path directory =
      Path.of(System.getProperty("it.directory"), "stop").toAbsolutePath();
  private final Path home = directory.resolve("home");

  @Test
  void stoppedSample_leavesNoThreadDriverOrWarning() throws Exception {
    Directories.delete(directory);
    TomcatServer tomcat = new TomcatServer(directory.resolve("tomcat"), 0);
    try {
      Path webXml = war.resolve("WEB-INF/web.xml");
      Map<String, String> parameters = Map.of("sample.directory", home.toString());
      Context context = tomcat.deploy("/sample", war, webXml, parameters);
      Site site = new Site(tomcat.port(), "/sample", home);
      site.assertAdmitted(site.signed(site.get("/echo/a")));
      assertEquals(401, site.send(site.get("/console/api/v1/session")).status());
      try (HeardLog server = HeardLog.of("org.apache.catalina");
          HeardLog pool = HeardLog.of("com.zaxxer.hikari")) {
        tomcat.undeploy(context);
        // The others are of what this Java lets it look for.
        assertEquals(
            List.of(), server.lines(said -> said.text().startsWith("The web application [")));
        assertEquals(List.of(), pool.warnings());
      }
    } finally {
      tomcat.close();
    }
  }
}

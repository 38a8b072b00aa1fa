package dev.countersign.sample.broken;

import dev.countersign.sample.server.TomcatServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;

/** On Tomcat, which is shown nothing but its own classes and those in the WAR. */
class TomcatBrokenConfigurationIT extends BrokenConfigurationContract {

  @Override
  BrokenServer start(Path directory) throws Exception {
    return new OnTomcat(new TomcatServer(directory, 0), new HashMap<>());
  }

  @Override
  Set<String> broughtByTheServer() {
    return Set.of();
  }

  private record OnTomcat(TomcatServer tomcat, Map<String, Context> contexts)
      implements BrokenServer {

    @Override
    public int port() {
      return tomcat.port();
    }

    @Override
    public void deploy(String name, Path war) {
      Path webXml = war.resolve("WEB-INF/web.xml");
      contexts.put(name, tomcat.deploy("/" + name, war, webXml, Map.of()));
    }

    @Override
    public void undeploy(String name) {
      tomcat.undeploy(contexts.remove(name));
    }

    @Override
    public void close() {
      try {
        tomcat.close();
      } catch (LifecycleException e) {
        throw new AssertionError(e);
      }
    }
  }
}

package dev.countersign.sample.schemes;

import dev.countersign.sample.server.Directories;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.TomcatServer;
import dev.countersign.sample.server.WebXml;
import dev.countersign.sample.wire.Application;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The sample with foreign schemes enabled, in as many settings as the tests ask for: one Tomcat,
 * each kind deployed when it is first asked for, each over a database of its own.
 */
public final class SchemeSites implements AutoCloseable {

  private final Path war = Path.of(System.getProperty("sample.war"));
  private final Path directory = Path.of(System.getProperty("it.directory")).resolve("schemes");
  private final Map<String, SchemeSite> deployed = new HashMap<>();
  private final TomcatServer tomcat;

  private SchemeSites() throws LifecycleException, IOException {
    Directories.delete(directory);
    tomcat = new TomcatServer(directory.resolve("tomcat"), 0);
  }

  /**
   * One WAR.
   *
   * @param application that may sign with every scheme
   */
  record SchemeSite(Site site, Application application) {}

  /** The sample, with the filter of its web.xml replaced by what the change adds. */
  synchronized SchemeSite of(String name, UnaryOperator<WebXml> filters) {
    return deployed.computeIfAbsent(name, fresh -> deploy(fresh, filters));
  }

  private SchemeSite deploy(String name, UnaryOperator<WebXml> filters) {
    Path home = directory.resolve(name).toAbsolutePath();
    Application application = SharedStore.make(home);
    Path webXml =
        filters
            .apply(WebXml.of(war).without("filter", "filter-mapping"))
            .writeTo(directory.resolve(name + ".xml"));
    tomcat.deploy("/" + name, war, webXml, Map.of("sample.directory", home.toString()));
    return new SchemeSite(new Site(tomcat.port(), "/" + name, home), application);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.close();
  }

  /** Hands the one instance to the constructors of tests. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SchemeSites.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(SchemeSites.class))
          .getOrComputeIfAbsent(SchemeSites.class, key -> started(), SchemeSites.class);
    }

    private static SchemeSites started() {
      try {
        return new SchemeSites();
      } catch (LifecycleException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}

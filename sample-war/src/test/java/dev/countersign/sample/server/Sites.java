package dev.countersign.sample.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Tomcat for all tests of a run, with each kind of site deployed when it is first asked for.
 */
public final class Sites implements AutoCloseable {

  private final Path war = Path.of(System.getProperty("sample.war"));
  private final Path directory = Path.of(System.getProperty("it.directory"));
  private final Map<SiteKind, Site> deployed = new EnumMap<>(SiteKind.class);
  private final SampleUsers users = SampleUsers.generate();
  private final TomcatServer tomcat;

  Sites() throws LifecycleException, IOException {
    List.of(SiteKind.values()).forEach(kind -> Directories.delete(home(kind)));
    tomcat = new TomcatServer(directory.resolve("tomcat"), 0);
    tomcat.admit(users);
  }

  public synchronized Site of(SiteKind kind) {
    return deployed.computeIfAbsent(kind, this::deploy);
  }

  /** Who may log in to the consoles of all sites. */
  public SampleUsers users() {
    return users;
  }

  /** What a site keeps; may be filled before it is deployed. */
  public Path home(SiteKind kind) {
    return directory.resolve(kind.name().toLowerCase(Locale.ROOT));
  }

  private Site deploy(SiteKind kind) {
    Path home = home(kind);
    String name = home.getFileName().toString();
    Path webXml = kind.webXml(war, home).writeTo(directory.resolve(name + ".xml"));
    tomcat.deploy(
        "/" + name, war, webXml, Map.of("sample.directory", home.toAbsolutePath().toString()));
    return new Site(tomcat.port(), "/" + name, home);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.close();
  }

  /** Hands the one instance to the constructors of tests. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Sites.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Sites.class))
          .getOrComputeIfAbsent(Sites.class, key -> started(), Sites.class);
    }

    private static Sites started() {
      try {
        return new Sites();
      } catch (LifecycleException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}

package dev.countersign.sample.server;

import dev.countersign.testing.logs.WatchedRun;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server for all tests of a run, with each kind of site deployed when it is first asked for.
 */
public final class Sites implements AutoCloseable {

  private final Path war = Path.of(System.getProperty("sample.war"));
  private final Path directory = Path.of(System.getProperty("it.directory"));
  private final Map<SiteKind, Site> deployed = new EnumMap<>(SiteKind.class);
  private final SampleUsers users = SampleUsers.generate();
  private final Server server;

  Sites() {
    List.of(SiteKind.values()).forEach(kind -> Directories.delete(home(kind)));
    server = Server.start(directory.resolve("server"));
    server.admit(users);
    WatchedRun.serverRuns();
  }

  public synchronized Site of(SiteKind kind) {
    return deployed.computeIfAbsent(kind, this::deploy);
  }

  /** The server itself, for WARs that are no site. */
  public Server server() {
    return server;
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
    Path home = home(kind).toAbsolutePath();
    String name = home.getFileName().toString();
    Path copy = home.resolveSibling(name + "-war");
    Directories.delete(copy);
    WebXml webXml = kind.webXml(war, home).contextParam("sample.directory", home.toString());
    WarCopy.of(war, copy, webXml);
    kind.testPackages().forEach(each -> WarCopy.addClasses(copy, each));
    if (kind == SiteKind.BESIDE_JAX_RS && !server.hasJaxRs()) {
      JaxRsJars.addTo(copy);
    }
    server.deploy(name, copy);
    Planted.learnSecrets(home);
    return new Site(server.port(), "/" + name, home);
  }

  /** Makes the server, EclipseLink and us log a marker, so that the search of logs is proved. */
  public void plantMarker() {
    Planted.in(of(SiteKind.MARKED));
  }

  @Override
  public void close() {
    plantMarker();
    server.close();
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
          .getOrComputeIfAbsent(Sites.class, key -> new Sites(), Sites.class);
    }
  }
}

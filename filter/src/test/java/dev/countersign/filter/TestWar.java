package dev.countersign.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/**
 * A web application in an embedded Tomcat on a port of its own, with access filters and whatever a
 * test adds.
 */
final class TestWar implements AutoCloseable {

  private static final String[] ALL_DISPATCHES = {
    "REQUEST", "FORWARD", "INCLUDE", "ASYNC", "ERROR"
  };

  /** Held, so that its level stays. */
  private static final Logger SERVER_LOG = Logger.getLogger("org.apache");

  static {
    SERVER_LOG.setLevel(Level.WARNING);
  }

  private final Tomcat tomcat;
  private final Path work;

  private TestWar(Tomcat tomcat, Path work) {
    this.tomcat = tomcat;
    this.work = work;
  }

  /**
   * With the context path {@code /shop} and one filter on everything. Without stores: hand it some,
   * or everything is 503.
   */
  static Builder war() {
    return new Builder();
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  /** What lies in the directory where bodies are spooled. */
  List<Path> spooled() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var tree = Files.walk(work)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().startsWith("body-"))
          .forEach(files::add);
    }
    return files;
  }

  Context context() {
    return (Context) tomcat.getHost().findChildren()[0];
  }

  @Override
  public void close() {
    LoopbackTomcat.stop(tomcat);
  }

  static final class Builder {

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Consumer<Context>> additions = new ArrayList<>();
    private Filter filter = new AccessFilter();
    private String contextPath = "/shop";
    private String[] dispatches = ALL_DISPATCHES;
    private String pattern = "/*";

    private Builder() {
      settings.put("apis", "orders:/orders,echo:/echo");
    }

    Builder contextPath(String path) {
      contextPath = path;
      return this;
    }

    Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    Builder withoutSetting(String name) {
      settings.remove(name);
      return this;
    }

    Builder filter(Filter other) {
      filter = other;
      return this;
    }

    Builder mappedTo(String urlPattern, String... dispatcherTypes) {
      pattern = urlPattern;
      dispatches = dispatcherTypes.length == 0 ? ALL_DISPATCHES : dispatcherTypes;
      return this;
    }

    Builder stores(Object stores) {
      return attribute(SharedStores.ATTRIBUTE, stores);
    }

    Builder attribute(String name, Object value) {
      return with(
          context ->
              context.addServletContainerInitializer(
                  (classes, servletContext) -> servletContext.setAttribute(name, value), Set.of()));
    }

    Builder parameter(String name, String value) {
      return with(context -> context.addParameter(name, value));
    }

    Builder servlet(String urlPattern, Servlet servlet) {
      return with(
          context -> {
            Wrapper wrapper = Tomcat.addServlet(context, urlPattern, servlet);
            wrapper.setAsyncSupported(true);
            wrapper.setLoadOnStartup(1);
            context.addServletMapping(urlPattern, urlPattern);
          });
    }

    /** One more filter, behind those that were added before. */
    Builder also(String name, Filter other, String urlPattern, Map<String, String> parameters) {
      return with(
          new InstalledFilter(name, other, urlPattern, parameters, List.of(ALL_DISPATCHES))::in);
    }

    Builder with(Consumer<Context> addition) {
      additions.add(addition);
      return this;
    }

    /** Starts it. */
    TestWar start() {
      try {
        Path work = Files.createTempDirectory(Path.of("target"), "war-").toAbsolutePath();
        Tomcat tomcat = LoopbackTomcat.in(work);
        Context context = tomcat.addContext(contextPath, null);
        ((StandardContext) context).setClearReferencesThreadLocals(false);
        ((StandardContext) context).setClearReferencesRmiTargets(false);
        settings.putIfAbsent("spoolDirectory", work.resolve("spool").toString());
        new InstalledFilter("access", filter, pattern, settings, List.of(dispatches)).in(context);
        additions.forEach(addition -> addition.accept(context));
        tomcat.start();
        return new TestWar(tomcat, work);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (LifecycleException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

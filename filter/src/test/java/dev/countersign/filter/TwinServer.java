package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.filter.body.Limits;
import dev.countersign.filter.body.SpoolArea;
import dev.countersign.testing.Eventually;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * A Tomcat with web applications that differ by the filter alone: {@code /bare}, and with bodies
 * proved before, {@code /wrapped}, or meanwhile, {@code /streaming}.
 */
final class TwinServer implements AutoCloseable {

  private final Tomcat tomcat;
  private final List<Context> wrapped;
  private final String webXml;

  /** Whose descriptor is complete, so that its fragment does not count. */
  TwinServer(Path directory) throws IOException, LifecycleException {
    this(directory, resource("web.xml"));
  }

  private TwinServer(Path directory, String webXml) throws IOException, LifecycleException {
    this.webXml = webXml;
    tomcat = LoopbackTomcat.in(directory);
    tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
    // With it, Tomcat takes some large bodies over HTTP/2 for frames.
    tomcat.getConnector().setProperty("useAsyncIO", "false");
    tomcat.getHost().setAppBase(directory.toString());
    add(directory, "bare", "");
    String filter = resource("filter.xml");
    wrapped =
        List.of(
            add(directory, "wrapped", filter),
            add(directory, "streaming", filter.replace("spool", "stream")));
    tomcat.start();
  }

  /** Whose fragment counts. */
  static TwinServer withFragment(Path directory) throws IOException, LifecycleException {
    return new TwinServer(directory, resource("web.xml").replace("metadata-complete=\"true\"", ""));
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  /** Whatever a request came to, its body is gone soon after, from memory and from disk. */
  void awaitNothingIsLeft() {
    Eventually.equal(
        Duration.ofSeconds(10), "bytes of bodies whose requests are over", 0L, this::taken);
  }

  private long taken() {
    return wrapped.stream()
        .map(context -> context.getServletContext().getAttribute(WrappingFilter.AREA))
        .mapToLong(area -> Limits.taken((SpoolArea) area))
        .sum();
  }

  @Override
  public void close() {
    LoopbackTomcat.stop(tomcat);
  }

  private Context add(Path directory, String name, String filter) throws IOException {
    Path webInf = Files.createDirectories(directory.resolve(name).resolve("WEB-INF"));
    Files.writeString(webInf.resolve("web.xml"), webXml.replace("<!-- filter -->", filter));
    DescribedWar.writeFragment(
        Files.createDirectories(webInf.resolve("lib")).resolve("fragment.jar"),
        resource("web-fragment.xml"));
    Context context = tomcat.addContext("/" + name, directory.resolve(name).toString());
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    context.addLifecycleListener(config);
    ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
    context.addServletContainerInitializer(inCode(), Set.of());
    return context;
  }

  /** Servlets that no annotation tells of, and no descriptor but of one its limits. */
  private static ServletContainerInitializer inCode() {
    return (classes, context) -> {
      add(context, "code", new MultipartConfigElement(""));
      add(context, "limited", new MultipartConfigElement("", 1000, 200_000, 0));
      add(context, "repeated", new MultipartConfigElement("", 1000, 200_000, 0));
    };
  }

  private static void add(ServletContext context, String name, MultipartConfigElement config) {
    var servlet = context.addServlet(name, EchoServlet.class);
    servlet.setMultipartConfig(config);
    servlet.setAsyncSupported(true);
    servlet.addMapping("/" + name + "/*");
  }

  private static String resource(String name) throws IOException {
    try (InputStream from = TwinServer.class.getResourceAsStream("/transparency/" + name)) {
      return new String(from.readAllBytes(), UTF_8);
    }
  }
}

package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.filter.body.Limits;
import dev.countersign.filter.body.SpoolArea;
import dev.countersign.testing.Eventually;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContainerInitializer;
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

  TwinServer(Path directory) throws IOException, LifecycleException {
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
    Files.writeString(
        webInf.resolve("web.xml"), resource("web.xml").replace("<!-- filter -->", filter));
    Context context = tomcat.addContext("/" + name, directory.resolve(name).toString());
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
    context.addLifecycleListener(config);
    ((StandardJarScanner) context.getJarScanner()).setScanClassPath(false);
    context.addServletContainerInitializer(inCode(), Set.of());
    return context;
  }

  /** A servlet that no descriptor and no annotation tells of. */
  private static ServletContainerInitializer inCode() {
    return (classes, context) -> {
      var servlet = context.addServlet("code", EchoServlet.class);
      servlet.setMultipartConfig(new MultipartConfigElement(""));
      servlet.setAsyncSupported(true);
      servlet.addMapping("/code/*");
    };
  }

  private static String resource(String name) throws IOException {
    try (InputStream from = TwinServer.class.getResourceAsStream("/transparency/" + name)) {
      return new String(from.readAllBytes(), UTF_8);
    }
  }
}

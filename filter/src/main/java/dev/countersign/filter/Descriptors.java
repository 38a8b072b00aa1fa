package dev.countersign.filter;

import dev.countersign.filter.deployment.DescriptorParser;
import dev.countersign.filter.deployment.WebDescriptor;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code web.xml} and the fragments of a WAR. What cannot be read counts as silent: the
 * container has judged it already.
 */
final class Descriptors {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  /** More than any that people or tools write; nobody waits for a larger one. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private static final String WEB_XML = "/WEB-INF/web.xml";
  private static final String FRAGMENT = "META-INF/web-fragment.xml";
  private static final String LIBRARIES = "/WEB-INF/lib/";

  /** Where Tomcat and its relatives keep the path of a descriptor that replaces the WAR's own. */
  private static final String OTHER_WEB_XML = "org.apache.catalina.deploy.alt_dd";

  private final ServletContext context;

  private Descriptors(ServletContext context) {
    this.context = context;
  }

  static WebDescriptor read(ServletContext context) {
    return new Descriptors(context).read();
  }

  /** The main descriptor as it counts, or {@code null}. To be closed. */
  private @Nullable InputStream webXml() throws IOException {
    if (context.getAttribute(OTHER_WEB_XML) instanceof String other) {
      try {
        Path file = Path.of(other);
        if (Files.isRegularFile(file)) {
          return Files.newInputStream(file);
        }
      } catch (InvalidPathException e) {
        return context.getResourceAsStream(WEB_XML);
      }
    }
    return context.getResourceAsStream(WEB_XML);
  }

  private WebDescriptor read() {
    WebDescriptor all = parsed("WEB-INF/web.xml", this::webXml);
    if (all.complete()) {
      return all;
    }
    for (URL fragment : fragments()) {
      all = all.with(parsed(fragment.toString(), () -> open(fragment)));
    }
    return all;
  }

  private List<URL> fragments() {
    try {
      return Collections.list(context.getClassLoader().getResources(FRAGMENT)).stream()
          .filter(this::counts)
          .toList();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The web fragments of the WAR cannot be found", e);
      return List.of();
    }
  }

  /** Not those of the server, nor of jars that the descriptor's ordering leaves out. */
  private boolean counts(URL fragment) {
    String url = fragment.toString();
    int jar = url.lastIndexOf(LIBRARIES);
    if (jar < 0) {
      return false;
    }
    String name = url.substring(jar + LIBRARIES.length()).replaceFirst("!?/.*", "");
    return !(context.getAttribute(ServletContext.ORDERED_LIBS) instanceof List<?> ordered)
        || ordered.contains(name);
  }

  private interface Source {
    @Nullable InputStream open() throws IOException;
  }

  private static WebDescriptor parsed(String name, Source source) {
    try (InputStream found = source.open()) {
      if (found == null) {
        return WebDescriptor.EMPTY;
      }
      byte[] bytes = found.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return DescriptorParser.parse(new ByteArrayInputStream(bytes));
      }
      LOG.log(Level.WARNING, name + " is larger than 4 MiB and is not checked");
    } catch (IOException | XMLStreamException | RuntimeException e) {
      LOG.log(Level.WARNING, name + " cannot be read and is not checked", e);
    }
    return WebDescriptor.EMPTY;
  }

  /** Without a cache, which would keep the jar open after the WAR has gone. */
  private static InputStream open(URL fragment) throws IOException {
    URLConnection connection = fragment.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}

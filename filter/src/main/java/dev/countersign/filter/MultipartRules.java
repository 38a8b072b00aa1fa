package dev.countersign.filter;

import dev.countersign.filter.deployment.WebDescriptor;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.MultipartConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which servlets take multipart bodies, and how large: as written in {@code WEB-INF/web.xml} or a
 * fragment, which come first, or in the annotation of the servlet's class. The servlet API gives
 * these to the container only. Thread-safe.
 */
final class MultipartRules {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());
  private static final String NO_LIMIT = "-1";

  private final ServletContext context;
  private final WebDescriptor descriptor;
  private final Map<String, Optional<MultipartConfigElement>> known = new ConcurrentHashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  private MultipartRules(ServletContext context, WebDescriptor descriptor) {
    this.context = context;
    this.descriptor = descriptor;
  }

  /** Reads the descriptors of a web application, once. */
  static MultipartRules of(ServletContext context) {
    return new MultipartRules(context, Descriptors.read(context));
  }

  /**
   * The configuration of the servlet with this name, where it is written. Annotations do not count
   * where the descriptor says that it is complete.
   */
  Optional<MultipartConfigElement> of(@Nullable String servletName) {
    return servletName == null ? Optional.empty() : known.computeIfAbsent(servletName, this::find);
  }

  /**
   * The same of a servlet that a request was forwarded to. About it no container can be asked, so
   * its annotation always counts, as it does on Tomcat.
   */
  Optional<MultipartConfigElement> ofForwarded(@Nullable String servletName) {
    return servletName == null
        ? Optional.empty()
        : of(servletName).or(() -> annotated(servletName));
  }

  private Optional<MultipartConfigElement> find(String servletName) {
    Map<String, String> written = descriptor.multipart().get(servletName);
    if (written != null) {
      return element(servletName, written);
    }
    return descriptor.complete() ? Optional.empty() : annotated(servletName);
  }

  /**
   * The configuration of a servlet of which the container said that it has one, although none that
   * counts is written: that of its annotation, which some containers heed all the same, else one
   * without limits, for no part of the servlet API tells those that code has set.
   */
  MultipartConfigElement unwritten(String servletName) {
    return annotated(servletName).orElseGet(() -> unlimited(servletName));
  }

  private MultipartConfigElement unlimited(String servletName) {
    if (warned.add(servletName)) {
      LOG.log(
          Level.WARNING,
          "The servlet "
              + servletName
              + " takes multipart bodies by code, and this server does not tell with which limits."
              + " Behind the access filter the settings bodyLimit and partLimit hold for it, and no"
              + " max-file-size. Repeat its <multipart-config> in web.xml, under the same"
              + " <servlet-name>.");
    }
    return new MultipartConfigElement("");
  }

  private Optional<MultipartConfigElement> annotated(String servletName) {
    ServletRegistration servlet = context.getServletRegistration(servletName);
    if (servlet == null || servlet.getClassName() == null) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(servlet.getClassName(), false, context.getClassLoader());
      return Optional.ofNullable(type.getAnnotation(MultipartConfig.class))
          .map(MultipartConfigElement::new);
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** What is no number counts as silent: the container has judged it already. */
  private static Optional<MultipartConfigElement> element(
      String servletName, Map<String, String> config) {
    try {
      return Optional.of(
          new MultipartConfigElement(
              config.getOrDefault("location", ""),
              Long.parseLong(config.getOrDefault("max-file-size", NO_LIMIT)),
              Long.parseLong(config.getOrDefault("max-request-size", NO_LIMIT)),
              Integer.parseInt(config.getOrDefault("file-size-threshold", "0"))));
    } catch (NumberFormatException e) {
      LOG.log(Level.WARNING, "The multipart-config of " + servletName + " cannot be read", e);
      return Optional.empty();
    }
  }
}

package dev.countersign.filter;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.MultipartConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which servlets take multipart bodies, and how large: as written in {@code WEB-INF/web.xml}, which
 * comes first, or in the annotation of the servlet's class. The servlet API gives these to the
 * container only. Thread-safe.
 */
final class MultipartRules {

  private final ServletContext context;
  private final Map<String, MultipartConfigElement> written;
  private final Map<String, Optional<MultipartConfigElement>> known = new ConcurrentHashMap<>();

  private MultipartRules(ServletContext context, Map<String, MultipartConfigElement> written) {
    this.context = context;
    this.written = written;
  }

  /** Reads the descriptor of a web application, once. */
  static MultipartRules of(ServletContext context) {
    return new MultipartRules(context, WebXmlMultipart.read(context));
  }

  /** The configuration of the servlet with this name. */
  Optional<MultipartConfigElement> of(@Nullable String servletName) {
    return servletName == null ? Optional.empty() : known.computeIfAbsent(servletName, this::find);
  }

  private Optional<MultipartConfigElement> find(String servletName) {
    return Optional.ofNullable(written.get(servletName)).or(() -> annotated(servletName));
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
}

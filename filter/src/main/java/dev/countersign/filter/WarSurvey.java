package dev.countersign.filter;

import dev.countersign.filter.deployment.Registered;
import dev.countersign.filter.deployment.WarLayout;
import dev.countersign.filter.deployment.WebDescriptor;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebServlet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what filters and servlets a WAR has. */
final class WarSurvey {

  private final ServletContext context;
  private final WebDescriptor descriptor;

  private WarSurvey(ServletContext context) {
    this.context = context;
    this.descriptor = Descriptors.read(context);
  }

  static WarLayout of(FilterConfig config) {
    WarSurvey survey = new WarSurvey(config.getServletContext());
    return new WarLayout(
        config.getFilterName(),
        survey.descriptor,
        survey.filters(),
        survey.servlets(),
        survey.asyncServlets(config.getFilterName()));
  }

  private Map<String, Registered> filters() {
    Map<String, Registered> filters = new HashMap<>();
    context
        .getFilterRegistrations()
        .forEach((name, registration) -> filters.put(name, registered(registration)));
    return filters;
  }

  private static Registered registered(FilterRegistration registration) {
    return new Registered(
        Objects.requireNonNullElse(registration.getClassName(), "?"),
        new HashSet<>(registration.getUrlPatternMappings()),
        new HashSet<>(registration.getServletNameMappings()));
  }

  private Map<String, Set<String>> servlets() {
    Map<String, Set<String>> servlets = new HashMap<>();
    context
        .getServletRegistrations()
        .forEach(
            (name, registration) -> servlets.put(name, Set.copyOf(registration.getMappings())));
    return servlets;
  }

  /** No class is loaded for it where the filter is known to support all of them. */
  private Set<String> asyncServlets(String filter) {
    Set<String> async = new HashSet<>();
    if (!descriptor.asyncFilters().getOrDefault(filter, false)) {
      context
          .getServletRegistrations()
          .forEach(
              (name, registration) -> {
                if (isAsync(name, registration)) {
                  async.add(name);
                }
              });
    }
    return async;
  }

  private boolean isAsync(String name, ServletRegistration registration) {
    Boolean written = descriptor.asyncServlets().get(name);
    return written != null
        ? written
        : !descriptor.complete() && isAnnotatedAsync(name, registration.getClassName());
  }

  /** An annotation is about the servlet that it names, by its class where it names none. */
  private boolean isAnnotatedAsync(String name, @Nullable String type) {
    if (type == null) {
      return false;
    }
    try {
      WebServlet annotation =
          Class.forName(type, false, context.getClassLoader()).getAnnotation(WebServlet.class);
      return annotation != null
          && annotation.asyncSupported()
          && name.equals(annotation.name().isEmpty() ? type : annotation.name());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}

package dev.countersign.filter;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The multipart configuration for one request: that of the servlet that runs, else of the one the
 * request first reached. Where neither the container tells it nor a descriptor or annotation has
 * one, it may have been registered by code, which no part of the servlet API tells; so the
 * container is asked for the parts, and only its refusal counts, for its stream is at the end.
 */
final class ServletMultipart {

  /** Where Jetty gives everybody the configuration of the servlet that a request first reached. */
  private static final String OF_JETTY = "org.eclipse.jetty.multipartConfig";

  private final MultipartRules rules;
  private final HttpServletRequest original;
  private final @Nullable String firstServlet;

  ServletMultipart(MultipartRules rules, HttpServletRequest original) {
    this.rules = rules;
    this.original = original;
    this.firstServlet = original.getHttpServletMapping().getServletName();
  }

  /** Throws what the container throws where there is no configuration. */
  MultipartConfigElement required(HttpServletRequest request, MultipartBody body)
      throws IOException {
    Optional<MultipartConfigElement> written = written(request);
    if (written.isPresent()) {
      return written.get();
    }
    body.takeFromContainer(request.getContentType());
    return ofContainer(request);
  }

  Optional<MultipartConfigElement> find(HttpServletRequest request, MultipartBody body)
      throws IOException {
    Optional<MultipartConfigElement> written = written(request);
    if (written.isPresent()) {
      return written;
    }
    body.takeFromContainer(request.getContentType());
    try {
      return Optional.of(ofContainer(request));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private Optional<MultipartConfigElement> written(HttpServletRequest request) {
    String running = request.getHttpServletMapping().getServletName();
    return Objects.equals(running, firstServlet)
        ? told().or(() -> rules.of(firstServlet))
        : rules.ofForwarded(running).or(this::told).or(() -> rules.of(firstServlet));
  }

  private Optional<MultipartConfigElement> told() {
    return original.getAttribute(OF_JETTY) instanceof MultipartConfigElement config
        ? Optional.of(config)
        : Optional.empty();
  }

  private MultipartConfigElement ofContainer(HttpServletRequest request) {
    try {
      original.getParts();
    } catch (IllegalStateException e) {
      throw e;
    } catch (IOException | ServletException | RuntimeException e) {
      // The end of the stream, reached at once: a configuration exists.
      return unwritten(request);
    }
    return unwritten(request);
  }

  private MultipartConfigElement unwritten(HttpServletRequest request) {
    String running = request.getHttpServletMapping().getServletName();
    return rules.unwritten(String.valueOf(firstServlet == null ? running : firstServlet));
  }
}

package dev.countersign.filter;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The multipart configuration for one request: that of the servlet that runs, else of the one the
 * request first reached. Where neither web.xml nor an annotation has one, it may have been
 * registered by code, which no part of the servlet API tells; so the container is asked for the
 * parts, and only its refusal counts, for its stream is at the end.
 */
final class ServletMultipart {

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
    return ofContainer();
  }

  Optional<MultipartConfigElement> find(HttpServletRequest request, MultipartBody body)
      throws IOException {
    Optional<MultipartConfigElement> written = written(request);
    if (written.isPresent()) {
      return written;
    }
    body.takeFromContainer(request.getContentType());
    try {
      return Optional.of(ofContainer());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private Optional<MultipartConfigElement> written(HttpServletRequest request) {
    return rules
        .of(request.getHttpServletMapping().getServletName())
        .or(() -> rules.of(firstServlet));
  }

  private MultipartConfigElement ofContainer() {
    try {
      original.getParts();
    } catch (IllegalStateException e) {
      throw e;
    } catch (IOException | ServletException | RuntimeException e) {
      // The end of the stream, reached at once: a configuration exists.
      return new MultipartConfigElement("");
    }
    return new MultipartConfigElement("");
  }
}

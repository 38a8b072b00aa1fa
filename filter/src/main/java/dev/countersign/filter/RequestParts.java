package dev.countersign.filter;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart request, read at the first question. Used by one thread. */
final class RequestParts {

  private final MultipartBody body;
  private final ServletMultipart servlet;
  private final BodyParameters fields;
  private @Nullable List<Part> parts;
  private @Nullable Exception failure;

  RequestParts(MultipartBody body, ServletMultipart servlet, BodyParameters fields) {
    this.body = body;
    this.servlet = servlet;
    this.fields = fields;
  }

  /** The parts that the application asked for. */
  Collection<Part> all(HttpServletRequest request) throws IOException, ServletException {
    if (!MediaType.of(request).beginsAsMultipart()) {
      // The container refuses as it always does, which differs between servers, and reads nothing.
      request.getParts();
      throw new ServletException("the request has no multipart body");
    }
    if (parts == null && failure == null) {
      parse(servlet.required(request, body), request.getContentType());
    }
    return answer();
  }

  /**
   * The fields among the parts, because the application asked for parameters: where no parts are
   * expected, none.
   */
  void forParameters(HttpServletRequest request) throws IOException, ServletException {
    if (parts == null && failure == null) {
      Optional<MultipartConfigElement> config = servlet.find(request, body);
      if (config.isEmpty()) {
        return;
      }
      parse(config.get(), request.getContentType());
    }
    answer();
  }

  private void parse(MultipartConfigElement config, @Nullable String contentType) {
    try {
      parts = Collections.unmodifiableList(body.parse(config, contentType, fields));
    } catch (IOException | ServletException | IllegalStateException e) {
      failure = e;
    }
  }

  /** A failure stays one: what was read before it is no complete answer. */
  private List<Part> answer() throws IOException, ServletException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof ServletException e) {
      throw e;
    }
    if (failure instanceof IllegalStateException e) {
      throw e;
    }
    return parts == null ? List.of() : parts;
  }
}

package dev.countersign.sample.echo;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.sample.answer.CallerView;
import dev.countersign.sample.answer.Digests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a servlet saw of one request, in the order in which it looked. Not thread-safe. */
final class Sight {

  private static final String KEPT = "dev.countersign.sample.sight";

  private final HttpServletRequest request;
  private final Map<String, @Nullable Object> seen = new LinkedHashMap<>();
  private final List<Object> parts = new ArrayList<>();

  private Sight(HttpServletRequest request) {
    this.request = request;
  }

  /** The head; nothing of the body is touched. */
  static Sight of(HttpServletRequest request) {
    Sight sight = new Sight(request);
    sight.put("method", request.getMethod());
    sight.put("uri", request.getRequestURI());
    sight.put("query", request.getQueryString());
    sight.put("servletPath", request.getServletPath());
    sight.put("pathInfo", request.getPathInfo());
    sight.put("dispatcher", request.getDispatcherType());
    sight.put("contentType", request.getContentType());
    sight.put("contentLength", request.getContentLengthLong());
    sight.put("encoding", request.getCharacterEncoding());
    sight.put("headers", sight.headers());
    CallerView.of(request).ifPresent(caller -> sight.put("caller", caller));
    return sight;
  }

  void put(String name, @Nullable Object value) {
    seen.put(name, value);
  }

  /** Leaves it with the request, for the dispatch that follows. */
  void keep() {
    if (!isKept(request)) {
      request.setAttribute(KEPT, this);
    }
  }

  static boolean isKept(HttpServletRequest request) {
    return request.getAttribute(KEPT) != null;
  }

  /** Adds what was kept. */
  void putKept() {
    put("before", request.getAttribute(KEPT));
  }

  void body(Digests.Summary summary) {
    put("body", summary);
  }

  /** Adds the parameters, which makes the container read a form that was not read before. */
  Sight withParameters() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String name : Collections.list(request.getParameterNames())) {
      all.add(named(name, List.of(request.getParameterValues(name))));
    }
    put("parameters", all);
    return this;
  }

  void part(Part part) throws IOException {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("name", part.getName());
    one.put("fileName", part.getSubmittedFileName());
    one.put("contentType", part.getContentType());
    List<Map<String, Object>> headers = new ArrayList<>();
    for (String name : part.getHeaderNames()) {
      headers.add(named(name, List.copyOf(part.getHeaders(name))));
    }
    one.put("headers", headers);
    one.put("size", part.getSize());
    try (InputStream in = part.getInputStream()) {
      one.put("content", Digests.of(in));
    }
    parts.add(one);
    put("parts", parts);
  }

  private List<Map<String, Object>> headers() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      all.add(named(name, Collections.list(request.getHeaders(name))));
    }
    return all;
  }

  private static Map<String, Object> named(String name, List<String> values) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("values", values);
    return one;
  }

  @JsonValue
  Map<String, @Nullable Object> seen() {
    return seen;
  }
}

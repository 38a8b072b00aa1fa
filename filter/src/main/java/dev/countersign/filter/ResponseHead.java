package dev.countersign.filter;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a response as they were when its request was let in: those of filters in front.
 * With it a late refusal takes back whatever the application has said since. A cookie of the
 * application would go to a caller who is refused, and an encoding, a file name or an entity tag
 * would be said of the refusal.
 */
record ResponseHead(Map<String, List<String>> headers) {

  /** What is set now. */
  static ResponseHead of(HttpServletResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : response.getHeaderNames()) {
      headers.put(name, List.copyOf(response.getHeaders(name)));
    }
    return new ResponseHead(headers);
  }

  /**
   * Makes the response as it was: status and body too, and whether stream or writer was asked for.
   *
   * @throws IllegalStateException if it is committed
   */
  void restore(HttpServletResponse response) {
    response.reset();
    // A reset may itself set headers: Jetty sends the cookie of a new session again.
    List.copyOf(response.getHeaderNames()).stream()
        .filter(name -> !headers.containsKey(name))
        .forEach(name -> response.setHeader(name, null));
    headers.forEach((name, values) -> put(response, name, values));
  }

  private static void put(HttpServletResponse response, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i == 0) {
        response.setHeader(name, values.get(i));
      } else {
        response.addHeader(name, values.get(i));
      }
    }
  }
}

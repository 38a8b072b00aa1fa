package dev.countersign.sample.echo;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** One way to look at a request, and to answer. Stateless. */
@FunctionalInterface
interface Way {

  /** All of them, by the last segment of {@code /echo/via/<way>}. */
  Map<String, Way> BY_NAME =
      Map.ofEntries(
          Map.entry("stream", BodyWays::stream),
          Map.entry("bytes", BodyWays::byteByByte),
          Map.entry("reader", BodyWays::reader),
          Map.entry("parameters", BodyWays::parameters),
          Map.entry("parts", BodyWays::parts),
          Map.entry("parts-first", BodyWays::partsFirst),
          Map.entry("unread", BodyWays::unread),
          Map.entry("listener", AsyncWays::listener),
          Map.entry("async", AsyncWays::complete),
          Map.entry("async-dispatch", AsyncWays::dispatch),
          Map.entry("async-timeout", AsyncWays::timeout),
          Map.entry("forward", DispatchWays::forward),
          Map.entry("include", DispatchWays::include),
          Map.entry("fail-before", DispatchWays::failBeforeReading),
          Map.entry("fail-after", DispatchWays::failAfterReading),
          Map.entry("send-error", DispatchWays::sendError),
          Map.entry("error-page", BodyWays::unread));

  void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  static Way named(String name) {
    return BY_NAME.getOrDefault(
        name, (request, response) -> response.sendError(404, "no such way: " + BY_NAME.keySet()));
  }

  static Way suggestedBy(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return BodyWays::parts;
    }
    return type.startsWith("application/x-www-form-urlencoded")
        ? BodyWays::parameters
        : BodyWays::stream;
  }
}

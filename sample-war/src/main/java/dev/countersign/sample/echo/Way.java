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
          Map.entry("stream", BodyWays.named("stream")),
          Map.entry("bytes", BodyWays.named("bytes")),
          Map.entry("reader", BodyWays.named("reader")),
          Map.entry("parameters", BodyWays.named("parameters")),
          Map.entry("parts", BodyWays.named("parts")),
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
          Map.entry("error-page", Handling::afterError));

  void answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;

  /** For a way that there is not. */
  Way UNKNOWN =
      (request, response) ->
          response.sendError(404, "no such way: " + BY_NAME.keySet() + Handling.BY_NAME.keySet());

  /** Of {@link #BY_NAME}, or {@code <handling>/<reading>}. */
  static Way named(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? BY_NAME.getOrDefault(name, UNKNOWN)
        : Handling.named(name.substring(0, slash), name.substring(slash + 1));
  }

  static Way suggestedBy(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return named("parts");
    }
    return named(type.startsWith("application/x-www-form-urlencoded") ? "parameters" : "stream");
  }
}

package dev.countersign.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Call;
import dev.countersign.console.rest.Json;
import dev.countersign.console.rest.Rest;
import dev.countersign.persistence.management.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns requests into calls of the REST interface. */
final class HttpCalls {

  private static final String JSON = "application/json";

  private HttpCalls() {}

  /**
   * @param path below the root of the interface
   */
  static Call read(HttpServletRequest request, String path, Actor actor)
      throws IOException, Refusal {
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return new Call(
        actor, method, path, query(request.getQueryString()), body(request), ifMatch(request));
  }

  private static @Nullable String ifMatch(HttpServletRequest request) throws Refusal {
    Enumeration<String> values = request.getHeaders("If-Match");
    String first = values.hasMoreElements() ? values.nextElement() : null;
    if (values.hasMoreElements()) {
      throw Refusal.malformed("If-Match stands once");
    }
    return first;
  }

  private static Map<String, String> query(@Nullable String raw) throws Refusal {
    Map<String, String> parameters = new HashMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (parameters.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)))
          != null) {
        throw Refusal.malformed("a parameter of the query stands twice");
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws Refusal {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("the query holds a broken escape");
    }
  }

  private static @Nullable JsonNode body(HttpServletRequest request) throws IOException, Refusal {
    if (request.getContentLengthLong() > Rest.BODY_LIMIT) {
      throw tooLarge();
    }
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return null;
    }
    if (!isJson(request.getContentType())) {
      throw new Refusal(415, "media-type", "a body is sent as " + JSON);
    }
    try {
      return Json.parse(bytes);
    } catch (IOException e) {
      throw Refusal.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException, Refusal {
    try (InputStream body = request.getInputStream()) {
      byte[] bytes = body.readNBytes(Rest.BODY_LIMIT + 1);
      if (bytes.length > Rest.BODY_LIMIT) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private static Refusal tooLarge() {
    return new Refusal(413, "too-large", "a body has at most " + Rest.BODY_LIMIT + " bytes");
  }

  private static boolean isJson(@Nullable String type) {
    if (type == null) {
      return false;
    }
    int parameters = type.indexOf(';');
    String bare = parameters < 0 ? type : type.substring(0, parameters);
    return bare.strip().toLowerCase(Locale.ROOT).equals(JSON);
  }
}

package dev.countersign.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes answers; never by {@code sendError}, which would run the WAR's error page. */
final class HttpAnswers {

  private static final String TYPE = "Content-Type";
  private static final String LOCATION = "Location";

  private HttpAnswers() {}

  /**
   * @param root of the REST interface as callers see it, for a {@code Location} below it
   */
  static void write(
      HttpServletRequest request, HttpServletResponse response, Answer answer, String root)
      throws IOException {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.computeIfPresent(LOCATION, (name, path) -> root + path);
    response.setStatus(answer.status());
    String type = headers.remove(TYPE);
    headers.forEach(response::setHeader);
    JsonNode body = answer.body();
    if (body != null) {
      response.setContentType(type == null ? "application/json" : type);
      bytes(request, response, Json.write(body));
    }
  }

  /**
   * Leads from the console's path to the same with a slash. The way is a relative one: the context
   * path is what the caller wrote, and could begin with the name of another host.
   */
  static void toFolder(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getServletPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    String escaped = URLEncoder.encode(last, StandardCharsets.UTF_8).replace("+", "%20");
    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
    response.setHeader(LOCATION, "./" + escaped + "/");
  }

  static void file(HttpServletRequest request, HttpServletResponse response, StaticFile file)
      throws IOException {
    if (file.type().startsWith("text/html")) {
      // A browser that keeps the page for its back button would keep a secret on it as well.
      response.setHeader("Cache-Control", "no-store");
    } else {
      response.setHeader("ETag", file.etag());
      response.setHeader("Cache-Control", "private, no-cache");
    }
    if (file.etag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    response.setContentLength(file.length());
    if (!request.getMethod().equals("HEAD")) {
      file.writeTo(response.getOutputStream());
    }
  }

  private static void bytes(HttpServletRequest request, HttpServletResponse response, byte[] bytes)
      throws IOException {
    response.setContentLength(bytes.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(bytes);
    }
  }
}

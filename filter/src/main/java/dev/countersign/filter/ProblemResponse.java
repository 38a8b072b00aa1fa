package dev.countersign.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a problem document (RFC 9457) as the whole answer. Links only JDK and servlet types: it is
 * also the answer of a filter whose jars are missing.
 *
 * <p>Not by {@code sendError}: that would run the application's error page, which is code behind
 * the filter. Headers that filters in front have set stay: without those of a CORS filter a browser
 * could not read the refusal. What the application has set is taken back before, by {@link
 * ResponseHead}.
 */
final class ProblemResponse {

  private static final String TYPE_PREFIX = "urn:countersign:problem:";
  private static final String UNAVAILABLE = "unavailable";
  private static final String UNAVAILABLE_TITLE = "Access control is not available";
  private static final String RETRY_AFTER_SECONDS = "5";

  private ProblemResponse() {}

  /** 503, of a filter that cannot decide. */
  static void unavailable(
      HttpServletRequest request, HttpServletResponse response, String requestId)
      throws IOException {
    send(request, response, 503, UNAVAILABLE, UNAVAILABLE_TITLE, requestId, Map.of());
  }

  /**
   * Sends the document; nothing when the response is committed or belongs to an including page,
   * which cannot be replaced.
   *
   * @param members further members of the document
   */
  static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String title,
      String requestId,
      Map<String, String> members)
      throws IOException {
    send(
        request,
        response,
        status,
        "application/problem+json",
        problem(status, code, title, requestId, members));
  }

  /** Sends another JSON document in its place, with the same headers and under the same rule. */
  static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String contentType,
      Map<String, Object> document)
      throws IOException {
    if (isClosed(request, response)) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(contentType);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (DeclaredLength.announcesBytes(request)) {
      response.setHeader("Connection", "close");
    }
    write(request, response, JsonText.object(document).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Whether nothing can be answered: the response is committed, or belongs to an including page.
   */
  static boolean isClosed(HttpServletRequest request, HttpServletResponse response) {
    return response.isCommitted() || request.getDispatcherType() == DispatcherType.INCLUDE;
  }

  private static Map<String, Object> problem(
      int status, String code, String title, String requestId, Map<String, String> members) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", TYPE_PREFIX + code);
    document.put("title", title);
    document.put("status", status);
    document.put("code", code);
    document.put("requestId", requestId);
    document.putAll(members);
    return document;
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, byte[] document)
      throws IOException {
    response.setContentLength(document.length);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    try {
      response.getOutputStream().write(document);
    } catch (IllegalStateException writerInUse) {
      response.getWriter().write(new String(document, StandardCharsets.US_ASCII));
    }
  }
}

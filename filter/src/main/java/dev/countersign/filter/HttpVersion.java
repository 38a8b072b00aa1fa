package dev.countersign.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The version of HTTP by which a request came. */
final class HttpVersion {

  private HttpVersion() {}

  /** Whether the connection carries one request at a time, with no frames of its own. */
  static boolean is1(HttpServletRequest request) {
    return request.getProtocol().toUpperCase(Locale.ROOT).startsWith("HTTP/1.");
  }
}

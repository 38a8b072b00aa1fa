package dev.countersign.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * The length that a request says its body has. Over HTTP/2, where frames tell where a body ends,
 * Tomcat hands over a field that holds no number, or stands there twice, and throws when it is
 * asked for the length.
 */
final class DeclaredLength {

  private static final long UNSAID = -1;

  private DeclaredLength() {}

  /** Whether the server tells one that a body may have, or none at all. */
  static boolean isReadable(HttpServletRequest request) {
    try {
      return request.getContentLengthLong() >= UNSAID;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Whether bytes may follow the head over HTTP/1.1, where nothing but the end of the connection
   * keeps a server from reading them. HTTP/2 resets the stream instead.
   */
  static boolean announcesBytes(HttpServletRequest request) {
    return request.getProtocol().toUpperCase(Locale.ROOT).startsWith("HTTP/1.")
        && (request.getHeader("Transfer-Encoding") != null || request.getContentLengthLong() > 0);
  }
}

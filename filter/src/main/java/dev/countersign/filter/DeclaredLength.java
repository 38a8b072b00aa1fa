package dev.countersign.filter;

import jakarta.servlet.http.HttpServletRequest;

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
   * In bytes, or -1 where only its end tells how long the body is. A request of HTTP/1 that names
   * neither a length nor a transfer coding has no body (RFC 9112 section 6.3).
   */
  static long of(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean none = length == UNSAID && HttpVersion.is1(request) && !isCoded(request);
    return none ? 0 : length;
  }

  /**
   * Whether bytes may follow the head over HTTP/1.1, where nothing but the end of the connection
   * keeps a server from reading them. HTTP/2 resets the stream instead.
   */
  static boolean announcesBytes(HttpServletRequest request) {
    return HttpVersion.is1(request) && (isCoded(request) || request.getContentLengthLong() > 0);
  }

  /** Whether its bytes say themselves where they end. */
  static boolean isCoded(HttpServletRequest request) {
    return request.getHeader("Transfer-Encoding") != null;
  }
}

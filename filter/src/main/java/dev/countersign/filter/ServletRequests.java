package dev.countersign.filter;

import dev.countersign.filter.access.Arrival;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a servlet request what the gate decides on: the head as it was received. Immutable and
 * thread-safe.
 */
final class ServletRequests {

  private final @Nullable String publicPath;
  private final Set<String> contextSpellings;

  /**
   * @param publicPath what callers sign in place of the context path; {@code null} for the context
   *     path itself
   * @param contextPath of the WAR, as the servlet context names it
   */
  ServletRequests(@Nullable String publicPath, String contextPath) {
    this.publicPath = publicPath;
    this.contextSpellings = Set.of(contextPath);
  }

  /**
   * The request at the door.
   *
   * @throws AmbiguousTargetException if the container cannot say where it goes
   */
  Arrival arrival(String requestId, HttpServletRequest request) throws AmbiguousTargetException {
    checkSessionId(request);
    String query = request.getQueryString();
    SignableRequest signable =
        new SignableRequest(
            request.getMethod(),
            authority(request),
            signedPath(request),
            query == null ? "" : query,
            headers(request));
    return new Arrival(requestId, signable, dispatchPath(request));
  }

  /** GlassFish cuts it out of the path before anybody sees it: unsigned, and yet it chooses. */
  private static void checkSessionId(HttpServletRequest request) throws AmbiguousTargetException {
    if (request.isRequestedSessionIdFromURL()) {
      throw new AmbiguousTargetException("the path holds a session id");
    }
  }

  /**
   * On HTTP/2 there may be no Host field; the container then knows the authority under other names.
   * On HTTP/1 a request without one has no authority that its caller could have signed.
   */
  private static String authority(HttpServletRequest request) {
    List<String> hosts = values(request.getHeaders("Host"));
    if (hosts.isEmpty() && HttpVersion.is1(request)) {
      return "";
    }
    String authority =
        hosts.isEmpty() ? request.getServerName() + ":" + request.getServerPort() : hosts.get(0);
    return SignableRequest.canonicalAuthority(authority);
  }

  private String signedPath(HttpServletRequest request) throws AmbiguousTargetException {
    String raw = request.getRequestURI();
    if (publicPath == null) {
      return raw;
    }
    return publicPath + belowContext(raw, request.getContextPath());
  }

  /** Only the one spelling of the context path is replaced: what stands there is not signed. */
  private String belowContext(String raw, String contextPath) throws AmbiguousTargetException {
    if (!contextSpellings.contains(contextPath) || !raw.startsWith(contextPath)) {
      throw new AmbiguousTargetException(
          "the context path is spelled in another way than it is deployed");
    }
    return raw.substring(contextPath.length());
  }

  /** Some containers throw for a target that they find ambiguous themselves. */
  private static String dispatchPath(HttpServletRequest request) throws AmbiguousTargetException {
    try {
      String info = request.getPathInfo();
      String path = request.getServletPath() + (info == null ? "" : info);
      return path.isEmpty() ? "/" : path;
    } catch (RuntimeException e) {
      throw new AmbiguousTargetException(
          "the container does not say where the request goes: " + e.getClass().getName());
    }
  }

  /** All header fields as received. */
  static Headers headers(HttpServletRequest request) {
    Headers.Builder headers = Headers.builder();
    Enumeration<String> names = request.getHeaderNames();
    for (String name : values(names)) {
      headers.addAll(name, values(request.getHeaders(name)));
    }
    return headers.build();
  }

  private static List<String> values(@Nullable Enumeration<String> enumeration) {
    return enumeration == null ? List.of() : Collections.list(enumeration);
  }
}

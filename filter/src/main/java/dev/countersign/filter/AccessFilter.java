package dev.countersign.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in only if an application signed it and is granted the API that it calls.
 * Installed by lines in {@code web.xml}; settings are init-params of the filter, those of the store
 * are context-params that begin with {@code countersign.}. Only {@code apis} has no default.
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>countersign</filter-name>
 *   <filter-class>dev.countersign.filter.AccessFilter</filter-class>
 *   <async-supported>true</async-supported>
 *   <init-param><param-name>apis</param-name><param-value>orders:/orders</param-value></init-param>
 * </filter>
 * <filter-mapping>
 *   <filter-name>countersign</filter-name>
 *   <url-pattern>/orders/*</url-pattern>
 *   <dispatcher>REQUEST</dispatcher> <dispatcher>FORWARD</dispatcher> <dispatcher>INCLUDE</dispatcher>
 *   <dispatcher>ASYNC</dispatcher> <dispatcher>ERROR</dispatcher>
 * </filter-mapping>
 * }</pre>
 *
 * <p><b>Dispatcher types.</b> {@code REQUEST} is decided. {@code FORWARD}, {@code INCLUDE}, {@code
 * ASYNC} and {@code ERROR} pass if the same filter admitted the request before; if not, they are
 * refused (an included page stays empty). Map all five, or a page outside the mapping can forward
 * strangers inside: where the WAR's descriptors show that, every request is answered 503.
 *
 * <p><b>Order.</b> Filters in front see every request, refused ones included, without a caller: put
 * CORS, access logs and tracing there. A filter in front must not read the body or parameters: what
 * it took, nobody can prove. Filters behind see the caller and the verified body. Two access
 * filters must not match the same request; such a request is 503. With {@code environmentFrom=path}
 * an admitted request is forwarded, so filters behind are reached only through {@code FORWARD}
 * mappings of their own.
 *
 * <p><b>Behind a proxy.</b> The signature covers host, path and query as the caller sent them. A
 * proxy must pass the {@code Host} header and the raw path on unchanged; where it takes a prefix
 * away, set {@code publicPath}. Rewriting in the server (a rewrite valve) is not supported. {@code
 * X-Forwarded-*} headers are not looked at.
 *
 * <p><b>When something is wrong</b>, every request is answered 503 and the log says why. {@link
 * #init} never throws: several servers log such an exception and then serve the application without
 * the filter. A wrong setting or a missing jar stays until the next deployment; a store that is not
 * reachable is tried again at most every second.
 *
 * <p>Thread-safe. This class links only JDK and servlet types, so that it loads when other jars do
 * not.
 */
public final class AccessFilter implements Filter {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  private volatile @Nullable Door door;

  /** For the container. */
  public AccessFilter() {}

  /**
   * Opens everything behind the filter; never throws, because a server may then serve the
   * application without it.
   */
  @Override
  public void init(FilterConfig config) {
    try {
      door = Deployment.open(config);
    } catch (Throwable fault) {
      log(Level.ERROR, "The access filter cannot start; every request is answered 503", fault);
    }
  }

  /**
   * Lets the request in, or answers it.
   *
   * @throws IOException of the application, or because the caller went away
   * @throws ServletException of the application
   */
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("AccessFilter protects HTTP only");
    }
    Door open = door;
    if (open == null) {
      unavailable(http, answer);
      return;
    }
    Passage passage = new Passage(chain);
    try {
      open.enter(http, answer, passage);
    } catch (Throwable thrown) {
      if (passage.isTaken() || thrown instanceof AbandonedConnectionException) {
        throw thrown;
      }
      log(Level.ERROR, "The access filter failed on a request, which is answered 503", thrown);
      unavailable(http, answer);
    }
  }

  private static void unavailable(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ProblemResponse.unavailable(request, response, RequestId.next());
  }

  /** Closes everything; requests that still come are answered 503. */
  @Override
  public void destroy() {
    Door open = door;
    door = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (Throwable fault) {
      log(Level.WARNING, "The access filter could not close everything", fault);
    }
  }

  /** A log whose own jars are missing must not open the door either. */
  private static void log(Level level, String message, Throwable thrown) {
    try {
      LOG.log(level, message, thrown);
    } catch (Throwable silent) {
      thrown.addSuppressed(silent);
    }
  }
}

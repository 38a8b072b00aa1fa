package dev.countersign.filter;

import dev.countersign.filter.deployment.DeploymentFindings;
import dev.countersign.filter.deployment.WarLayout;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees by requests that arrive what neither a descriptor nor the servlet API tells: a filter in
 * front that was registered by code and wraps requests, and that asynchronous processing is not
 * supported on the way. Each is logged once. Thread-safe.
 */
final class ArrivalCheck {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  private final WarLayout war;
  private final AtomicBoolean wrappedTold;
  private final AtomicBoolean asyncTold;

  ArrivalCheck(WarLayout war) {
    this.war = war;
    this.wrappedTold = new AtomicBoolean(DeploymentFindings.tellOfFiltersInFront(war));
    this.asyncTold = new AtomicBoolean(war.isWritten() || war.asyncServlets().isEmpty());
  }

  /** A request before anything is done with it. */
  void look(HttpServletRequest request) {
    if (request instanceof ServletRequestWrapper
        && !wrappedTold.get()
        && wrappedTold.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "Something before the access filter "
              + war.filter()
              + " wraps requests in a "
              + request.getClass().getName()
              + ". It sees every request before it is verified, and what it reads of a body cannot be proved any more:"
              + " register it behind this filter, unless it has to see such requests.");
    }
    if (!asyncTold.get() && isCut(request) && asyncTold.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "The servlet "
              + request.getHttpServletMapping().getServletName()
              + " supports asynchronous processing, but the access filter "
              + war.filter()
              + " or a filter before it does not: call setAsyncSupported(true) where they are registered.");
    }
  }

  private boolean isCut(HttpServletRequest request) {
    return !request.isAsyncSupported()
        && war.asyncServlets().contains(request.getHttpServletMapping().getServletName());
  }
}

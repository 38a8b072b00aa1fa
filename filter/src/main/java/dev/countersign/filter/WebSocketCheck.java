package dev.countersign.filter;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Looks for Jetty's filter for WebSocket endpoints, which stands before all filters of {@code
 * web.xml}: what it serves, no filter behind it can protect. It may be registered as late as by the
 * last servlet that starts, so the first request looks once more. Thread-safe.
 */
final class WebSocketCheck {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());
  private static final String UPGRADE_FILTER = ".WebSocketUpgradeFilter";

  private final ServletContext context;
  private final boolean unprotectedAccepted;
  private volatile @Nullable Boolean barred;

  WebSocketCheck(ServletContext context, boolean unprotectedAccepted) {
    this.context = context;
    this.unprotectedAccepted = unprotectedAccepted;
  }

  /**
   * Whether there are endpoints that strangers reach past the filter, and nobody wrote that this is
   * accepted.
   */
  boolean barsTheWay() {
    Boolean known = barred;
    if (known == null) {
      known = !unprotectedAccepted && isRegistered();
      barred = known;
      if (known) {
        explain();
      }
    }
    return known;
  }

  /** Looks already now, so that the log explains at start what it can. */
  void atStart() {
    if (!unprotectedAccepted && isRegistered()) {
      explain();
      barred = true;
    }
  }

  private boolean isRegistered() {
    return context.getFilterRegistrations().values().stream()
        .anyMatch(WebSocketCheck::isUpgradeFilter);
  }

  private static boolean isUpgradeFilter(FilterRegistration filter) {
    String name = filter.getClassName();
    return name != null && name.endsWith(UPGRADE_FILTER);
  }

  private static void explain() {
    LOG.log(
        Level.ERROR,
        "This server serves the WAR's WebSocket endpoints before any filter, so they cannot be protected: a handshake"
            + " with one of them succeeds even now, while every request that reaches the filter is answered 503. Remove"
            + " the endpoints, or write webSocket=unprotected.");
  }
}

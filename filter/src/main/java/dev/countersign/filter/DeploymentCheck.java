package dev.countersign.filter;

import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.GroupBindings;
import dev.countersign.filter.deployment.DeploymentFindings;
import dev.countersign.filter.deployment.Finding;
import dev.countersign.filter.deployment.WarLayout;
import dev.countersign.filter.settings.FilterSettings;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells at deployment what is wrong with the filter's place in the WAR, and bars the way where
 * somebody could get past the filter. What a container does not tell of filters and servlets is no
 * reason to be closed; only where it cannot even be asked for WebSocket endpoints before the filter
 * does this fail, and the filter with it. Thread-safe.
 */
final class DeploymentCheck {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  private final String filter;
  private final GroupBindings bindings;
  private final WebSocketCheck webSockets;
  private final @Nullable WarLayout war;
  private final @Nullable ArrivalCheck arrivals;
  private final boolean unsafe;

  /**
   * Looks at the WAR, and logs what it finds.
   *
   * @throws RuntimeException of a container that does not tell its filters
   */
  DeploymentCheck(FilterConfig config, FilterSettings settings) {
    filter = config.getFilterName();
    bindings = settings.bindings();
    webSockets = new WebSocketCheck(config.getServletContext(), settings.webSocketUnprotected());
    webSockets.atStart();
    ServerHabits.of(config.getServletContext().getServerInfo()).ifPresent(this::tell);
    war = survey(config);
    arrivals = war == null ? null : new ArrivalCheck(war);
    unsafe = war != null && tell(DeploymentFindings.of(war, bindings, settings.environments()));
  }

  /** What a container does not tell, or not without failing, is no reason to be closed. */
  private static @Nullable WarLayout survey(FilterConfig config) {
    try {
      return WarSurvey.of(config);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The filters and servlets of the WAR cannot be checked", e);
      return null;
    }
  }

  /** Why every request has to be refused, or {@code null}. */
  @Nullable String barrier() {
    if (webSockets.barsTheWay()) {
      return "there are WebSocket endpoints before the filter";
    }
    return unsafe ? "the filter's mapping lets requests past it, see the log of the start" : null;
  }

  /** Looks at a request that arrives, for what no descriptor tells. */
  void look(HttpServletRequest request) {
    if (arrivals != null) {
      arrivals.look(request);
    }
  }

  /** Compares the WAR with the APIs, once they can be asked for. */
  void compare(ApiCatalogue catalogue) {
    if (war == null) {
      return;
    }
    try {
      tell(DeploymentFindings.of(war, bindings, catalogue.apis()));
    } catch (RuntimeException e) {
      LOG.log(Level.INFO, "The servlets of the WAR cannot be compared with the APIs now", e);
    }
  }

  /** Whether one of them is unsafe. */
  private boolean tell(List<Finding> findings) {
    findings.forEach(this::tell);
    return findings.stream().anyMatch(each -> each.weight() == Finding.Weight.UNSAFE);
  }

  private void tell(Finding finding) {
    String text = "The access filter " + filter + ' ' + finding.text();
    switch (finding.weight()) {
      case UNSAFE ->
          LOG.log(Level.ERROR, text + " Until then every request that it sees is answered 503.");
      case WARNING -> LOG.log(Level.WARNING, text);
      case NOTE -> LOG.log(Level.INFO, text);
    }
  }
}

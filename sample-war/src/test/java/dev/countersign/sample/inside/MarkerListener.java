package dev.countersign.sample.inside;

import dev.countersign.filter.SharedStores;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.Paging;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.InstantSource;

/**
 * Searches for an application that is called like the marker. EclipseLink writes the text of such a
 * search into its statement, and not the mark of a parameter.
 */
public final class MarkerListener implements ServletContextListener {

  /** The context parameter that holds the marker. */
  public static final String MARKER = "marker";

  private static final Actor.Operator OPERATOR = new Actor.Operator("marker");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    String marker = event.getServletContext().getInitParameter(MARKER);
    try (SharedStores.Lease lease =
        SharedStores.open(event.getServletContext(), InstantSource.system())) {
      Management management = Management.of(lease.stores());
      String shop = management.accounts().findByName(OPERATOR, "shop").id();
      management.applications().list(OPERATOR, shop, marker, Paging.first());
    }
  }
}

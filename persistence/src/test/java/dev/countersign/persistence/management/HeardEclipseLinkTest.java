package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.testing.logs.LogMarker;
import dev.countersign.testing.logs.Source;
import dev.countersign.testing.logs.WatchedRun;
import org.junit.jupiter.api.Test;

/** The build looks through what this module's tests log: EclipseLink's part of it, too. */
class HeardEclipseLinkTest {

  @Test
  void whatIsSearched_isFoundInTheLogOfEclipseLink() {
    Site site = Site.alone(Product.H2);
    try {
      assertTrue(WatchedRun.unheard().contains(Source.ECLIPSELINK));
      // The text of a search stands in the statement itself, and not behind the mark of a
      // parameter.
      Applications applications = site.management().applications();
      applications.list(Site.OPERATOR, site.owner.id(), LogMarker.TEXT, Paging.first());
      assertFalse(WatchedRun.unheard().contains(Source.ECLIPSELINK));
    } finally {
      site.close();
    }
  }
}

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
  void whatIsStored_isFoundInTheLogOfEclipseLink() {
    Site site = Site.alone(Product.H2);
    try {
      assertTrue(WatchedRun.unheard().contains(Source.ECLIPSELINK));
      NewApplication marked = NewApplication.of(site.owner.id(), LogMarker.TEXT);
      site.management().applications().create(site.asOwner(), marked);
      assertFalse(WatchedRun.unheard().contains(Source.ECLIPSELINK));
    } finally {
      site.close();
    }
  }
}

package dev.countersign.sample.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The URIs that section 3.5.3 of the Servlet 6.1 specification canonicalises. Wherever a spelling
 * leads, the decision is the one for the servlet that runs there.
 */
@ExtendWith(Sites.Extension.class)
class CanonicalPathsIT {

  private final PathSite paths;
  private final Site site;

  CanonicalPathsIT(Sites sites) {
    site = sites.of(SiteKind.PATHS);
    paths = new PathSite(site, sites.of(SiteKind.PLAIN));
  }

  /** With the specification's segments, and with those of nested APIs in their place. */
  @ParameterizedTest(name = "row {0}: {1}")
  @CsvFileSource(resources = "/path/canonical.csv", delimiter = '|', numLinesToSkip = 1)
  void spelling_isRefusedOrDecidedForTheServletThatRuns(int row, String uri) {
    for (String[] segments :
        new String[][] {{"foo", "bar"}, {"api", "admin"}, {"files", "secret"}, {"files", "a.do"}}) {
      String written = uri.replace("foo", segments[0]).replace("bar", segments[1]);
      String target = uri.startsWith("/") || uri.startsWith("?") ? site.path() + written : written;
      paths.assertDecided("row " + row, target);
    }
  }

  /** Without it the tests above could pass because nobody is admitted to anything. */
  @ParameterizedTest(name = "{0} is reached by {1}")
  @CsvFileSource(resources = "/path/plain.csv", delimiter = '|', numLinesToSkip = 1)
  void plainSpelling_reachesItsServlet(String servlet, String path) {
    assertEquals(Set.of(servlet), paths.assertDecided("plain", site.path() + path));
  }

  @Test
  void theSpecificationsTable_isComplete() throws Exception {
    try (var lines = getClass().getResourceAsStream("/path/canonical.csv")) {
      long rows = new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().count() - 1;
      assertEquals(84, rows);
    }
  }
}

package dev.countersign.sample.path;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings that once led around the access control of some server or framework. */
@ExtendWith(Sites.Extension.class)
class BypassSpellingsIT {

  private final PathSite paths;
  private final Site site;

  BypassSpellingsIT(Sites sites) {
    site = sites.of(SiteKind.PATHS);
    paths = new PathSite(site, sites.of(SiteKind.PLAIN));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/path/bypass.csv", delimiter = '|', numLinesToSkip = 1)
  void spelling_isRefusedOrDecidedForTheServletThatRuns(String sentence, String target) {
    paths.assertDecided(sentence, target.replace("{context}", site.path()));
  }

  /** What a server takes out of the path, its signature does not cover. */
  @ParameterizedTest(name = "signed without {0}")
  @ValueSource(strings = {";jsessionid=1", ";x=1", "/", "/.", "/%2e", "//", "%20", "%00", ".do"})
  void appendedAfterSigning_isRefused(String suffix) {
    RawRequest signed = site.signed(site.get("/api/x"));
    RawResponse answer = site.refused(signed.target(signed.target() + suffix));
    assertTrue(answer.status() >= 400, answer::toString);
  }
}

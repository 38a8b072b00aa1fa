package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Targets that two readers could take for two things, correctly signed as they stand. Tomcat itself
 * refuses some of them with 400 before any filter runs, and maps others to no WAR at all; what
 * counts is that none reaches a servlet.
 */
@ExtendWith(Sites.Extension.class)
class AmbiguousTargetsIT {

  private final Site site;

  AmbiguousTargetsIT(Sites sites) {
    site = sites.of(SiteKind.SAMPLE);
  }

  @ParameterizedTest(name = "{0} is refused")
  @CsvFileSource(resources = "/attack/ambiguous-targets.csv", delimiter = '|', numLinesToSkip = 1)
  void ambiguousTarget_isRefused(String sentence, String target) {
    RawRequest plain = site.get("/echo/a");
    RawRequest signed = site.signed(plain.target(site.path() + target));
    RawResponse answer = site.refused(signed);
    boolean byTheServer = answer.status() == 400 && answer.code().equals("-");
    boolean byTheFilter = answer.status() == 400 && answer.code().equals("path-ambiguous");
    assertTrue(byTheServer || byTheFilter, sentence + " -> " + answer);
  }
}

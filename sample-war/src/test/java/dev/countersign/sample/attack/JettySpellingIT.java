package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.JettyServer;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jetty gives common header values a spelling of its own before any filter, unless it is told. */
@ExtendWith(Sites.Extension.class)
class JettySpellingIT {

  private static final String OWN = "application/json;charset=UTF-8";
  private static final String ANOTHER = "application/json;charset=utf-8";

  private final JettyServer server;
  private final Site site;

  JettySpellingIT(Sites sites) {
    server = (JettyServer) sites.server();
    site = sites.of(SiteKind.SAMPLE);
  }

  @AfterEach
  void asItIsByItself() {
    server.keepSpelling(false);
  }

  private RawRequest of(String contentType) {
    return site.signed(site.request("POST", "/echo/a").body(contentType, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, ANOTHER, "Application/JSON", "text/plain; charset=utf-8"})
  void spellingKept_anySignedContentTypeIsAdmitted(String contentType) {
    server.keepSpelling(true);
    site.assertAdmitted(of(contentType));
  }

  @Test
  void spellingKept_changedContentTypeIsSignatureInvalid() {
    server.keepSpelling(true);
    assertEquals("signature-invalid", site.refused(changed()).code());
  }

  /** As docs/deployment.md tells; should this fail, Jetty has changed and the page must. */
  @Test
  void asJettyIsByItself_itsOwnSpellingIsAdmittedAndAnotherOneSignatureInvalid() {
    site.assertAdmitted(of(OWN));
    site.assertRefused(401, "signature-invalid", of(ANOTHER));
    site.assertAdmitted(changed());
  }

  /** Signed in Jetty's spelling and changed on the way to another. */
  private RawRequest changed() {
    return of(OWN).set("Content-Type", ANOTHER);
  }
}

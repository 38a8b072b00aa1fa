package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the path and the method: without a signature no entry, and without a grant. */
@ExtendWith(Sites.Extension.class)
class UnsignedCallsIT {
  private final Site site;
  private final Site plain;

  UnsignedCallsIT(Sites sites) {
    site = sites.of(SiteKind.WHOLE);
    plain = sites.of(SiteKind.PLAIN);
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/orders",
        "/orders/17",
        "/echo",
        "/echo/a",
        "/nothing",
        "/index.html",
        "/index.jsp",
        "/static/logo.png",
        "/favicon.ico",
        "/WEB-INF/web.xml",
        "/WEB-INF/classes/",
        "/META-INF/MANIFEST.MF"
      })
  void unsignedPath_isCredentialsMissingUnlessTheServerAnswersItself(String below) {
    RawResponse answer = site.refused(site.get(below));
    boolean byTheServer = site.isServersOwn(answer, site.get(below), plain);
    boolean ambiguous = below.equals("//") && answer.code().equals("path-ambiguous");
    assertTrue(
        answer.code().equals("credentials-missing") || byTheServer || ambiguous, answer::toString);
    assertTrue(answer.status() >= 300, answer::toString);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"GET", "HEAD", "POST", "OPTIONS", "TRACE", "FOO", "get"})
  void unsignedMethod_isRefused(String method) {
    RawResponse answer = site.refused(site.request(method, "/echo/a"));
    assertTrue(answer.status() >= 400, answer::toString);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"GET", "POST", "OPTIONS", "PATCH", "FOO", "get"})
  void methodWithoutGrant_isNotGranted(String method) {
    RawRequest call = site.request(method, "/echo/a");
    site.assertRefused(403, "not-granted", WireSigner.sign(call, site.application("no-grant")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"OPTIONS", "FOO", "DELETE", "get"})
  void methodThatIsNoApi_isApiUnknown(String method) {
    RawRequest call = site.request(method, "/orders/17");
    site.assertRefused(403, "api-unknown", WireSigner.sign(call, site.application("shop-front")));
  }

  @Test
  void headWhereGetIsGranted_isAdmitted() {
    RawRequest call = site.request("HEAD", "/orders/17");
    assertEquals(200, site.send(WireSigner.sign(call, site.application("shop-front"))).status());
  }
}

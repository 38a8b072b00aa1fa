package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that nobody signed change neither what is decided nor what runs. */
@ExtendWith(Sites.Extension.class)
class UnsignedHeadersIT {
  private final Site site;

  UnsignedHeadersIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "X-Ca-Stage, TEST",
    "X-Stage, test",
    "X-Environment, test",
    "X-App-Env, test",
    "X-Partner, shop",
    "X-Forwarded-User, admin",
    "X-Forwarded-Host, elsewhere.example",
    "X-Forwarded-Prefix, /orders",
    "X-Forwarded-Proto, https",
    "X-Forwarded-Port, 1",
    "X-Forwarded-For, 127.0.0.1",
    "Forwarded, host=elsewhere.example;proto=https",
    "X-Original-URL, /orders/17",
    "X-Rewrite-URL, /orders/17",
    "X-Replaced-Path, /orders/17",
    "X-Original-Host, elsewhere.example",
    "Cookie, method=DELETE"
  })
  void unsignedHeader_changesNothing(String name, String value) {
    RawRequest signed = site.signed(site.get("/echo/a?_method=DELETE"));
    RawResponse answer = site.assertAdmitted(signed.add(name, value));
    assertEquals("GET", answer.json().path("method").asText());
    assertEquals(site.path() + "/echo/a", answer.json().path("uri").asText());
    assertEquals("/a", answer.json().path("pathInfo").asText());
    assertEquals("release", answer.json().path("caller").path("environment").asText());
    String application = site.application("echo").applicationId();
    assertEquals(application, answer.json().path("caller").path("application").asText());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "X-Forwarded-Host, elsewhere.example",
    "Forwarded, host=elsewhere.example",
    "X-Original-Host, elsewhere.example"
  })
  void signedForAnotherHostThatAHeaderClaims_isSignatureInvalid(String name, String value) {
    RawRequest signed = site.signed(site.get("/echo/a").set("Host", "elsewhere.example"));
    site.assertRefused(401, "signature-invalid", signed.set("Host", site.host()).add(name, value));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "X-Replaced-Path, /echo/b",
    "X-Original-URL, /echo/b",
    "@path, /echo/b",
    "(request-target), get /echo/b",
    "request-line, GET /echo/b HTTP/1.1"
  })
  void signedForAnotherPathThatAHeaderClaims_isRefused(String name, String value) {
    RawRequest signed = site.signed(site.get("/echo/b"));
    RawResponse answer = site.refused(signed.target(site.path() + "/echo/a").add(name, value));
    // Some servers refuse such names themselves.
    assertTrue(answer.status() == 400 || answer.code().equals("signature-invalid"));
  }

  @Test
  void environmentOfAnotherHeader_isNotTheOneDecidedOn() {
    RawRequest call = site.get("/echo/a").add("X-App-Environment", "prepub");
    site.assertRefused(403, "not-granted", site.signed(call.add("X-Ca-Stage", "RELEASE")));
  }
}

package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over HTTP/2 without TLS the same is refused as over HTTP/1.1. */
@ExtendWith(Sites.Extension.class)
class Http2IT {
  private static final Set<String> BODYLESS = Set.of("GET", "HEAD");

  private final Site site;
  private final boolean glassFish;

  Http2IT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
    glassFish = sites.server().name().startsWith("GlassFish");
  }

  @Test
  void signedCall_isAdmittedOverHttp2() {
    RawResponse answer = send(site.signed(site.get("/echo/%C3%BC?x=1&x=2")));
    assertEquals(200, answer.status(), answer::toString);
  }

  @Test
  void unsignedOrChangedCall_isRefused() {
    assertRefused(401, "credentials-missing", site.get("/echo/a"));
    RawRequest signed = site.signed(site.get("/echo/a?x=1"));
    assertRefused(401, "signature-invalid", signed.target(signed.target() + "&y=2"));
    assertRefused(401, "signature-invalid", signed.method("DELETE"));
    assertEquals(200, send(signed).status());
    assertRefused(401, "replayed", signed);
  }

  @Test
  void changedBody_isBodyMismatch() {
    RawRequest signed = site.signed(site.request("POST", "/echo/a").body("text/plain", "one"));
    assertRefused(401, "body-mismatch", signed.body(new byte[] {'x'}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(AnyMethod.ALL)
  void bodyOfNoLengthAddedToABodylessCall_isBodyMismatch(String method) {
    RawRequest signed = site.signed(site.request(method, "/echo/a"));
    RawRequest added = signed.body(new byte[] {'x'}).inChunks();
    if (glassFish && BODYLESS.contains(method)) {
      assertBodyIsSeenByNobody(added);
      return;
    }
    RawResponse answer = refused(added);
    assertEquals(401, answer.status(), answer::toString);
    if (!method.equals("HEAD")) {
      assertEquals("body-mismatch", answer.code());
    }
    assertEquals(200, send(site.signed(site.request(method, "/echo/a"))).status());
  }

  @Test
  void ambiguousPath_isRefused() {
    for (String path : new String[] {"/echo//a", "/echo/a;x=1", "/echo/./a", "/echo/a%2fb"}) {
      RawResponse answer = refused(site.signed(site.get(path)));
      assertTrue(answer.status() >= 400, answer::toString);
    }
  }

  /** The server drops it before any filter sees it, so the request is the one that was signed. */
  private void assertBodyIsSeenByNobody(RawRequest added) {
    RawResponse answer = send(added);
    assertEquals(200, answer.status(), answer::toString);
    if (!added.method().equals("HEAD")) {
      assertEquals(0, answer.json().path("body").path("length").asInt(-1), answer::toString);
    }
  }

  private void assertRefused(int status, String code, RawRequest request) {
    RawResponse answer = refused(request);
    assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer::toString);
  }

  private RawResponse refused(RawRequest request) {
    long before = site.invocations();
    RawResponse answer = send(request);
    assertEquals(before + 1, site.invocations(), () -> "a servlet was invoked: " + answer);
    return answer;
  }

  private RawResponse send(RawRequest request) {
    return new Http2Client(site.port()).send(request);
  }
}

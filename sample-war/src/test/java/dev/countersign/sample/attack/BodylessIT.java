package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that nobody signed is noticed, whatever the method and the framing. */
@ExtendWith(Sites.Extension.class)
class BodylessIT {
  private final Site site;
  private final Site plain;

  BodylessIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
    plain = sites.of(SiteKind.PLAIN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(AnyMethod.ALL)
  void byteAddedToABodylessRequest_isBodyMismatch(String method) {
    byte[] one = {'x'};
    assertMismatch(site.signed(site.request(method, "/echo/a")).body(one));
    assertMismatch(site.signed(site.request(method, "/echo/a")).body(one).inChunks());
  }

  private void assertMismatch(RawRequest request) {
    RawResponse answer = site.refused(request);
    if (site.isServersOwn(answer, request, plain)) {
      // GlassFish takes no body with some methods.
      assertEquals(400, answer.status());
      return;
    }
    assertEquals(401, answer.status(), answer::toString);
    if (!request.method().equals("HEAD")) {
      assertEquals("body-mismatch", answer.code());
    }
  }
}

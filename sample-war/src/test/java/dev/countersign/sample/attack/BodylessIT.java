package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.Signer;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that nobody signed is noticed, whatever the method and the framing. */
@ExtendWith(Sites.Extension.class)
class BodylessIT {
  private final Site site;
  private final Site plain;
  private final Site everyForm;

  BodylessIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
    plain = sites.of(SiteKind.PLAIN);
    everyForm = sites.of(SiteKind.EVERY_FORM);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(AnyMethod.ALL)
  void byteAddedToABodylessRequest_isBodyMismatch(String method) {
    byte[] one = {'x'};
    assertMismatch(site.signed(site.request(method, "/echo/a")).body(one));
    assertMismatch(site.signed(site.request(method, "/echo/a")).body(one).inChunks());
  }

  static List<String> schemes() {
    return Signer.SCHEMES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void byteAddedToABodylessRequest_isNotLetIn_underAnyScheme(String scheme) {
    RawRequest added = signed(scheme, everyForm.request("POST", "/echo/a")).body(new byte[] {'x'});
    for (RawRequest request : List.of(added, added.inChunks())) {
      assertEquals(401, everyForm.refused(request).status());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemes")
  void bodyWhoseLengthIsNotDeclared_isLetInWhole_underEveryScheme(String scheme) {
    RawRequest post = everyForm.request("POST", "/echo/a").body("application/json", "{\"a\":1}");
    everyForm.assertAdmitted(signed(scheme, post).inChunks());
    everyForm.assertAdmitted(signed(scheme, everyForm.request("POST", "/echo/a")).inChunks());
  }

  private RawRequest signed(String scheme, RawRequest request) {
    return Signer.USUAL.get(scheme).sign(request, everyForm.application("every-scheme"));
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

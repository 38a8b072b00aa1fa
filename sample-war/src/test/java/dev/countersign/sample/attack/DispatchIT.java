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
import org.junit.jupiter.params.provider.ValueSource;

/** Inside, a request is passed on only where the filter let it in, and is decided once. */
@ExtendWith(Sites.Extension.class)
class DispatchIT {
  private final Site doorway;
  private final Site overlapping;
  private final Site site;

  DispatchIT(Sites sites) {
    overlapping = sites.of(SiteKind.OVERLAPPING);
    doorway = sites.of(SiteKind.DOORWAY);
    site = sites.of(SiteKind.SAMPLE);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"forward", "async", "error"})
  void dispatchFromOutsideTheFilter_isCredentialsMissing(String way) {
    doorway.assertRefused(401, "credentials-missing", doorway.get("/public/" + way));
    doorway.assertRefused(
        401, "credentials-missing", doorway.signed(doorway.get("/public/" + way)));
  }

  @Test
  void includeFromOutsideTheFilter_staysEmpty() {
    RawResponse answer = doorway.refused(doorway.get("/public/include"));
    assertEquals("200 ", answer.status() + " " + answer.text());
  }

  @Test
  void outsideTheFilter_isNotProtected() {
    assertEquals(204, doorway.send(doorway.get("/public/")).status());
    doorway.assertRefused(401, "credentials-missing", doorway.get("/echo/a"));
  }

  /** Were it decided once more, its nonce would be used up. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "forward, 200",
    "include, 200",
    "async-dispatch, 200",
    "async, 200",
    "send-error, 409"
  })
  void dispatchOfAnAdmittedRequest_isNotDecidedAgain(String way, int status) {
    RawRequest signed = site.signed(site.get("/echo/via/" + way));
    RawResponse answer = site.send(signed);
    assertEquals(status, answer.status(), answer::toString);
    assertTrue(answer.json().has("caller"), answer::toString);
    site.assertRefused(401, "replayed", signed);
  }

  @Test
  void requestThatAnotherAccessFilterHasAdmitted_isUnavailable() {
    overlapping.assertRefused(503, "unavailable", overlapping.signed(overlapping.get("/echo/b/1")));
    overlapping.assertRefused(401, "credentials-missing", overlapping.get("/echo/b/1"));
    overlapping.assertAdmitted(overlapping.signed(overlapping.get("/echo/a")));
  }
}

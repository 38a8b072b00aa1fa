package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.TencentSigner;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tencent's clients name the environment in the path and leave it out of what they sign. */
@ExtendWith(SchemeSites.Extension.class)
class EnvironmentOfThePathIT {

  private final TencentPath gateway;

  EnvironmentOfThePathIT(SchemeSites sites) {
    gateway = TencentPath.of(sites);
  }

  private RawRequest signed(String method, String target, String signedPath) {
    RawRequest request = gateway.request(method, target);
    RawRequest whole =
        method.equals("GET") ? request : request.body("application/json", "{\"amount\":1}");
    return TencentSigner.usual().signingPath(signedPath).sign(whole, gateway.application());
  }

  private RawResponse admitted(RawRequest request) {
    RawResponse answer = gateway.send(request);
    assertEquals(200, answer.status(), answer::toString);
    return answer;
  }

  private void assertRefused(String outcome, RawRequest request) {
    long before = gateway.invocations();
    assertEquals(outcome, Rooms.outcome(gateway.send(request)));
    assertEquals(before + 1, gateway.invocations(), "a servlet was invoked");
  }

  @ParameterizedTest
  @CsvSource({"release", "prepub", "test"})
  void firstSegment_isTheEnvironment_andIsTakenAway(String environment) {
    for (String signedPrefix : new String[] {"", "/" + environment}) {
      for (String method : new String[] {"GET", "POST"}) {
        String below = "/echo/a%20b/" + UUID.randomUUID();
        String target = "/" + environment + below + "?q=1";
        RawResponse answer = admitted(signed(method, target, signedPrefix + below));
        assertEquals(environment, answer.json().path("caller").path("environment").asText());
        assertTrue(answer.json().path("pathInfo").asText().startsWith("/a b/"), answer::toString);
        assertEquals("q=1", answer.json().path("query").asText());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/releases/echo/a, /echo/a, 401 signature-invalid",
    "/releases/echo/a, s/echo/a, 401 signature-invalid",
    "/releases/echo/a, /s/echo/a, 401 signature-invalid",
    "/releases/echo/a, /releases/echo/a, 403 not-granted",
    "/testmock/echo/a, mock/echo/a, 401 signature-invalid",
    "/test-2/echo/a, /echo/a, 401 signature-invalid",
    "/echo/a, /echo/a, 403 api-unknown",
    "/Release/echo/a, /echo/a, 401 signature-invalid"
  })
  void segmentThatOnlyBeginsLikeAnEnvironment_isNone(
      String target, String signedPath, String outcome) {
    assertRefused(outcome, signed("GET", target, signedPath));
  }

  @Test
  void environmentBehindTheFirstSegment_isPartOfThePath() {
    assertRefused("401 signature-invalid", signed("GET", "/release/echo/test/a", "/echo/a"));
    admitted(signed("GET", "/release/echo/test/a", "/echo/test/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, test, release",
    "GET, release, test",
    "POST, test, release",
    "POST, prepub, test"
  })
  void sameSignatureInAnotherEnvironment_isReplayed(String method, String first, String other) {
    String below = "/echo/" + UUID.randomUUID();
    RawRequest request = signed(method, "/" + first + below, below);
    admitted(request);
    assertRefused("401 replayed", request.target("/" + other + below));
    if (method.equals("GET")) {
      admitted(request);
    }
  }
}

package dev.countersign.sample.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.ServerClock;
import dev.countersign.sample.wire.TencentSigner;
import dev.countersign.sample.wire.WireSigner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code compat=tencent} before a real server: the texts of the gateway's table. */
@ExtendWith(SchemeSites.Extension.class)
class TencentAnswersIT {

  private static final String UNVERIFIED = "HMAC signature cannot be verified";

  private final Rooms rooms;

  TencentAnswersIT(SchemeSites sites) {
    rooms = Rooms.of(sites);
  }

  static Map<String, Map<String, String>> rooms() {
    return Map.of(
        "as-tencent", Map.of("schemes", "tencent", "compat", "tencent"),
        "also-tencent", Map.of("schemes", "countersign-1,tencent", "compat", "tencent"),
        "prepub-as-tencent",
            Map.of("schemes", "tencent", "compat", "tencent", "environment", "nowhere"));
  }

  private RawRequest get(String room) {
    return rooms.request(room, "GET", "/a?b=1");
  }

  private RawRequest signed(RawRequest request) {
    return TencentSigner.usual().sign(request, rooms.application());
  }

  private void assertAnswer(int status, String message, RawRequest request) {
    RawResponse answer = rooms.site().refused(request);
    assertEquals(status, answer.status(), answer::toString);
    assertEquals(message, answer.json().path("message").asText());
    assertEquals(1, answer.json().size(), answer::toString);
    Map<String, String> headers = answer.headers();
    assertTrue(headers.get("Content-Type").startsWith("application/json"), headers::toString);
    assertEquals("no-store", headers.get("Cache-Control"));
    assertEquals("nosniff", headers.get("X-Content-Type-Options"));
    assertTrue(headers.get("X-Api-RequestId").matches("[0-9a-f]{32}"), headers::toString);
    assertEquals(status == 401, headers.containsKey("WWW-Authenticate"), headers::toString);
  }

  @Test
  void refusals_haveTheGatewaysTexts() {
    RawRequest good = signed(get("as-tencent"));
    assertAnswer(
        401, UNVERIFIED + ", a validate authorization header is required.", get("as-tencent"));
    assertAnswer(401, "HMAC signature does not match.", good.target(good.target() + "2"));
    assertAnswer(
        401,
        "HMAC authorization format error.",
        get("as-tencent").add("Authorization", "hmac id=\"x\""));
    assertAnswer(
        401,
        "HMAC algorithm not supported.",
        TencentSigner.usual().with("hmac-sha512").sign(get("as-tencent"), rooms.application()));
    String old = TencentSigner.date(ServerClock.now().minusSeconds(3600));
    assertAnswer(
        401,
        UNVERIFIED + ", the x-date header is out of date for HMAC Authentication.",
        signed(get("as-tencent").add("X-Date", old)));
    assertAnswer(400, "Bad Request", signed(rooms.request("as-tencent", "GET", "/a%2525b")));
    rooms.site().assertAdmitted(good);
  }

  @Test
  void requestThatIsNotGranted_isToldSo_unlessItsBodyWouldBeReadFirst() {
    assertAnswer(401, "HMAC apikey is invalid for API.", signed(get("prepub-as-tencent")));
    RawRequest post = rooms.request("prepub-as-tencent", "POST", "/a");
    assertAnswer(
        401, "HMAC signature does not match.", signed(post.body("application/json", "{\"a\":1}")));
  }

  @Test
  void replayedPost_isUnverified() {
    RawRequest post =
        signed(rooms.request("as-tencent", "POST", "/a").body("application/json", "{\"a\":1}"));
    rooms.site().assertAdmitted(post);
    assertAnswer(401, UNVERIFIED + ".", post);
  }

  @Test
  void requestsOfOtherSchemes_getProblemDocuments() {
    site401("scheme-unsupported", WireSigner.sign(get("as-tencent"), rooms.application()));
    site401("credentials-missing", get("also-tencent"));
    RawRequest native1 = WireSigner.sign(get("also-tencent"), rooms.application());
    site401("signature-invalid", native1.target(native1.target() + "2"));
    assertAnswer(
        401,
        "HMAC signature does not match.",
        signed(get("also-tencent")).target(get("also-tencent").target() + "2"));
  }

  private void site401(String code, RawRequest request) {
    rooms.site().assertRefused(401, code, request);
  }
}

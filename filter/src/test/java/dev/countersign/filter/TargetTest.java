package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path and host that callers sign. */
class TargetTest {

  private final Recorder servlet = Recorder.greeting();

  private TestWar.Builder war() {
    return TestWar.war().stores(new TestStores()).servlet("/*", servlet);
  }

  private static Call signedFor(String signed, String sent) {
    return Call.get(sent).signedBy(TestApp.ALICE, "release", signed, InstantSource.system());
  }

  @ParameterizedTest
  @CsvSource({"/api/v1, /api/v1/echo/%41?q", "/, /echo/%41?q", "/shop, /shop/echo/%41?q"})
  void publicPath_isSignedInPlaceOfTheContextPath(String publicPath, String signed)
      throws Exception {
    try (TestWar war = war().setting("publicPath", publicPath).start()) {
      assertEquals(200, signedFor(signed, "/shop/echo/%41?q").send(war).status());
      assertEquals(
          "signature-invalid", signedFor("/other/echo/%41?q", "/shop/echo/%41?q").send(war).code());
      assertEquals(1, servlet.invocations());
    }
  }

  @Test
  void contextPathSpelledOtherwise_isPathAmbiguousUnderPublicPath() throws Exception {
    try (TestWar war = war().setting("publicPath", "/api").start()) {
      assertEquals("path-ambiguous", signedFor("/api/echo/a", "/sh%6fp/echo/a").send(war).code());
      assertEquals(0, servlet.invocations());
    }
  }

  @Test
  void contextPathSpelledOtherwise_isSignedAsSent() throws Exception {
    try (TestWar war = war().start()) {
      assertEquals(
          "signature-invalid", signedFor("/shop/echo/a", "/sh%6fp/echo/a").send(war).code());
      assertEquals(200, signedFor("/sh%6fp/echo/a", "/sh%6fp/echo/a").send(war).status());
    }
  }

  @Test
  void rootContext_isServed() throws Exception {
    try (TestWar war = war().contextPath("").start()) {
      assertEquals(200, Call.get("/echo/a").signedBy(TestApp.ALICE).send(war).status());
      assertEquals("api-unknown", Call.get("/").signedBy(TestApp.ALICE).send(war).code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.example, 200",
    "API.EXAMPLE:80, 200",
    "api.example:443, 200",
    "shop.example:8443, 200",
    "shop.example, 400",
    "other.example, 400"
  })
  void authority_answersToItsHostsOnly(String host, int status) throws Exception {
    try (TestWar war = war().setting("authority", "api.example, Shop.example:8443").start()) {
      Answer answer = Call.get("/shop/echo/a").host(host).signedBy(TestApp.ALICE).send(war);
      assertEquals(status, answer.status());
      assertEquals(status == 200 ? 1 : 0, servlet.invocations());
    }
  }

  @Test
  void otherHostThanSigned_isSignatureInvalid() throws Exception {
    try (TestWar war = war().start()) {
      Call moved = Call.get("/shop/echo/a").signedBy(TestApp.ALICE).host("evil.example");
      assertEquals("signature-invalid", moved.send(war).code());
      Call forwarded = Call.get("/shop/echo/a").host("evil.example").signedBy(TestApp.ALICE);
      forwarded.host("api.example").header("X-Forwarded-Host", "evil.example");
      assertEquals("signature-invalid", forwarded.send(war).code());
      assertEquals(0, servlet.invocations());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/echo/./a",
    "/shop/echo/%2e/a",
    "/shop/echo/../echo/a",
    "/shop/echo//a",
    "/shop/echo/a;x=y",
    "/shop/echo/;/a",
    "/shop/echo/a%2fb",
    "/shop/echo/a%5cb",
    "/shop/echo/a%3bb",
    "/shop/echo/a%3fb",
    "/shop/echo/a%25b",
    "/shop/echo/a%00b",
    "/shop/echo/a%0ab",
    "/shop/echo/a%7fb",
    "/shop/echo/a%ff",
    "/shop/echo/a%zz",
    "/shop/open/..;/echo/a",
    "/shop/echo/a?%f",
    "/shop/echo/a\\b",
    "/shop/echo/a#b"
  })
  void ambiguousTarget_neverReachesTheServlet(String target) throws Exception {
    try (TestWar war = war().start()) {
      Answer answer = Call.get(target).signedBy(TestApp.ALICE).send(war);
      assertEquals(400, answer.status(), answer.text());
      assertEquals(0, servlet.invocations());
    }
  }
}

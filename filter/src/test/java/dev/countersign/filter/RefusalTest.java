package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real causes, over a socket: status, code, and that the servlet did not run. */
class RefusalTest {

  private static final Recorder servlet = Recorder.greeting();
  private static TestWar war;
  private int before;

  @BeforeAll
  static void start() {
    war =
        TestWar.war()
            .setting("bodyLimit", "1KiB")
            .setting("bodyTimeout", "1s")
            .setting("diagnostics", "true")
            .stores(new TestStores())
            .servlet("/*", servlet)
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @BeforeEach
  void count() {
    before = servlet.invocations();
  }

  /** A control call is admitted, and was the only one that ran. */
  @AfterEach
  void onlyTheControlCallRan() throws Exception {
    Answer control = Call.get("/shop/echo/control").signedBy(TestApp.ALICE).send(war);
    assertEquals("hello app-alice", control.text());
    assertEquals(before + 1, servlet.invocations());
  }

  private static void assertRefused(int status, String code, Call call) throws Exception {
    Answer answer = call.send(war);
    assertEquals(code, answer.code());
    assertEquals(status, answer.status());
  }

  @Test
  void noCredentials_isCredentialsMissing() throws Exception {
    Answer answer = Call.get("/shop/echo/a").send(war);
    assertEquals("credentials-missing", answer.code());
    assertEquals("Countersign realm=\"release\"", answer.header("www-authenticate"));
    assertTrue(answer.json().path("requestId").asText().matches("[0-9a-f]{32}"));
  }

  @Test
  void bearerToken_isCredentialsMissing() throws Exception {
    assertRefused(
        401, "credentials-missing", Call.get("/shop/echo/a").header("Authorization", "Bearer x"));
  }

  @Test
  void staticPathAndContextRoot_areCredentialsMissing() throws Exception {
    assertRefused(401, "credentials-missing", Call.get("/shop/style.css"));
    assertRefused(401, "credentials-missing", Call.get("/shop/"));
    assertRefused(401, "credentials-missing", Call.of("OPTIONS", "/shop/echo/a"));
    assertRefused(401, "credentials-missing", Call.of("BREW", "/shop/echo/a"));
  }

  @Test
  void reservedHeader_isMalformed() throws Exception {
    assertRefused(
        400,
        "malformed",
        Call.get("/shop/echo/a").header("X-App-Roles", "admin").signedBy(TestApp.ALICE));
  }

  @Test
  void webSocketUpgrade_isMalformed() throws Exception {
    Call upgrade =
        Call.get("/shop/echo/a").header("Connection", "Upgrade").header("Upgrade", "websocket");
    assertRefused(400, "malformed", upgrade.signedBy(TestApp.ALICE));
  }

  @Test
  void matrixParameter_isPathAmbiguous() throws Exception {
    assertRefused(400, "path-ambiguous", Call.get("/shop/echo/a;v=1").signedBy(TestApp.ALICE));
  }

  @Test
  void otherVersion_isSchemeUnsupported() throws Exception {
    Call call =
        Call.get("/shop/echo/a").signedBy(TestApp.ALICE).header("X-App-Signature", "v2=AAAA");
    assertRefused(401, "scheme-unsupported", call);
  }

  @Test
  void oldSignature_isStaleAndToldTheTime() throws Exception {
    Instant old = InstantSource.system().instant().minusSeconds(400);
    Answer answer =
        Call.get("/shop/echo/a")
            .signedBy(TestApp.ALICE, "release", "/shop/echo/a", InstantSource.fixed(old))
            .send(war);
    assertEquals("stale", answer.code());
    Instant told = Instant.parse(answer.json().path("serverTime").asText());
    assertTrue(Duration.between(told, InstantSource.system().instant()).abs().toSeconds() < 60);
  }

  @Test
  void sameRequestTwice_isReplayed() throws Exception {
    Call call = Call.get("/shop/echo/a").signedBy(TestApp.ALICE);
    assertEquals(200, call.send(war).status());
    before++;
    assertRefused(401, "replayed", call);
  }

  @Test
  void otherBody_isBodyMismatch() throws Exception {
    Call call =
        Call.of("POST", "/shop/echo/a").body("signed").signedBy(TestApp.ALICE).body("other!");
    assertRefused(401, "body-mismatch", call);
    assertRefused(
        401,
        "body-mismatch",
        Call.of("POST", "/shop/echo/a").signedBy(TestApp.ALICE).body("unsigned").chunked());
  }

  @Test
  void largeBody_isTooLargeDeclaredOrNot() throws Exception {
    String large = "x".repeat(1025);
    assertRefused(
        413, "too-large", Call.of("POST", "/shop/echo/a").body(large).signedBy(TestApp.ALICE));
    assertRefused(
        413,
        "too-large",
        Call.of("POST", "/shop/echo/a").body(large).signedBy(TestApp.ALICE).chunked());
  }

  @Test
  void disabledApplication_isApplicationDisabled() throws Exception {
    assertRefused(403, "application-disabled", Call.get("/shop/echo/a").signedBy(TestApp.DISABLED));
  }

  @Test
  void otherEnvironment_isEnvironmentMismatch() throws Exception {
    assertRefused(
        403, "environment-mismatch", Call.get("/shop/echo/a").signedBy(TestApp.ALICE, "test"));
  }

  @Test
  void unknownApiAndMissingGrant_areTold() throws Exception {
    assertRefused(403, "api-unknown", Call.get("/shop/orders/1/lines").signedBy(TestApp.ALICE));
    assertRefused(403, "not-granted", Call.of("DELETE", "/shop/orders/1").signedBy(TestApp.ALICE));
  }

  @Test
  void wrongSecretOfKnownKey_isShownTheCanonicalRequest() throws Exception {
    Answer answer =
        Call.get("/shop/echo/a?b=c").signedBy(TestApp.ALICE.withWrongSecret()).send(war);
    assertEquals("signature-invalid", answer.code());
    assertTrue(answer.json().path("canonicalRequest").asText().contains("\n/shop/echo/a\nb=c\n"));
  }

  @Test
  void unknownKey_isNotShownTheCanonicalRequest() throws Exception {
    Answer answer = Call.get("/shop/echo/a").signedBy(TestApp.STRANGER).send(war);
    assertEquals("signature-invalid", answer.code());
    assertFalse(answer.json().has("canonicalRequest"));
  }

  @Test
  void unknownKeyAndWrongSecret_areToldTheSameBytes() throws Exception {
    try (TestWar plain = TestWar.war().stores(new TestStores()).servlet("/*", servlet).start()) {
      Answer unknown = Call.get("/shop/echo/a").signedBy(TestApp.STRANGER).send(plain);
      Answer wrong = Call.get("/shop/echo/a").signedBy(TestApp.ALICE.withWrongSecret()).send(plain);
      String idOfUnknown = unknown.json().path("requestId").asText();
      String idOfWrong = wrong.json().path("requestId").asText();
      assertNotEquals(idOfUnknown, idOfWrong);
      assertEquals(
          unknown.text().replace(idOfUnknown, "ID"), wrong.text().replace(idOfWrong, "ID"));
      assertEquals(unknown.headers().keySet(), wrong.headers().keySet());
    }
  }
}

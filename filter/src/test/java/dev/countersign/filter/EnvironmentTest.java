package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.testing.HeardLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request's environment is found. */
class EnvironmentTest {

  private final Recorder servlet =
      new Recorder(
          (request, response) ->
              response
                  .getWriter()
                  .print(
                      String.join(
                          " ",
                          Caller.of(request).map(Caller::environment).orElse("none"),
                          request.getServletPath() + "|" + request.getPathInfo(),
                          request.getRequestURI(),
                          String.valueOf(request.getQueryString()),
                          String.valueOf(request.getParameter("field")))));

  private final TestStores stores = new TestStores();

  private TestWar.Builder war() {
    return TestWar.war().stores(stores).servlet("/*", servlet).servlet("/echo/*", servlet);
  }

  @Test
  void path_namesTheEnvironmentAndIsForwardedWithoutIt() throws Exception {
    try (TestWar war = war().setting("environmentFrom", "path").start()) {
      Answer test =
          Call.get("/shop/test/echo/a%20b/%C3%A9?q=%20").signedBy(TestApp.ALICE, "test").send(war);
      assertEquals("test /echo|/a b/é /shop/echo/a%20b/%C3%A9 q=%20 null", test.text());
      Answer release = Call.get("/shop/release/orders/1").signedBy(TestApp.ALICE).send(war);
      assertEquals(200, release.status());
      Answer notGranted = Call.get("/shop/test/orders/1").signedBy(TestApp.ALICE, "test").send(war);
      assertEquals("not-granted", notGranted.code());
      assertEquals(2, servlet.invocations());
    }
  }

  @Test
  void path_forwardsTheBody() throws Exception {
    try (TestWar war = war().setting("environmentFrom", "path").start()) {
      Call form =
          Call.of("POST", "/shop/test/echo/form?q=1")
              .header("Content-Type", "application/x-www-form-urlencoded");
      Answer answer = form.body("field=v%20w").signedBy(TestApp.ALICE, "test").send(war);
      assertEquals("test /echo|/form /shop/echo/form q=1 v w", answer.text());
    }
  }

  @Test
  void path_withoutOrWithOtherEnvironment_isEnvironmentMismatch() throws Exception {
    try (TestWar war = war().setting("environmentFrom", "path").start()) {
      assertEquals(
          "environment-mismatch", Call.get("/shop/echo").signedBy(TestApp.ALICE).send(war).code());
      assertEquals(
          "environment-mismatch", Call.get("/shop/").signedBy(TestApp.ALICE).send(war).code());
      assertEquals(
          "environment-mismatch",
          Call.get("/shop/test/echo/a").signedBy(TestApp.ALICE).send(war).code());
      assertEquals(0, servlet.invocations());
    }
  }

  /** No server lets a caller in there; a forward, which servers do let in, must not be a way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF",
        "/WEB-INF/",
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/%57EB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/meta-inf/"
      })
  void path_toWhatAnApplicationKeepsToItself_isAmbiguous(String below) throws Exception {
    try (TestWar war = war().setting("environmentFrom", "path").setting("apis", "site").start()) {
      Answer kept = Call.get("/shop/release" + below).signedBy(TestApp.ALICE).send(war);
      assertEquals("path-ambiguous", kept.code());
      assertEquals(0, servlet.invocations());
      Answer open = Call.get("/shop/release/WEB-INFO/x").signedBy(TestApp.ALICE).send(war);
      assertEquals(200, open.status());
    }
  }

  /** Who reads decisions must not take for admitted what the caller was refused. */
  @Test
  void path_toWhatAnApplicationKeepsToItself_isToldAsASecondDecision() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().setting("environmentFrom", "path").setting("apis", "site").start()) {
      Answer kept = Call.get("/shop/release/WEB-INF/web.xml").signedBy(TestApp.ALICE).send(war);
      String id = kept.json().path("requestId").asText();
      assertEquals(List.of(id, id), stores.decisions.stream().map(Decision::requestId).toList());
      assertInstanceOf(Admitted.class, stores.decisions.get(0).verdict());
      Decision last = stores.decisions.get(1);
      Verdict.Rejected refused = assertInstanceOf(Verdict.Rejected.class, last.verdict());
      assertEquals(Reason.PATH_AMBIGUOUS, refused.reason());
      assertEquals(TestApp.ALICE.id(), last.applicationId());
      assertTrue(
          log.text()
              .contains("path-ambiguous, \"after it was admitted: nobody outside is let into"),
          log.text());
    }
  }

  @Test
  void header_isTheOneThatTheCallerSigned() throws Exception {
    try (TestWar war = war().setting("environmentFrom", "header").start()) {
      assertEquals(
          "test", first(Call.get("/shop/echo/a").signedBy(TestApp.ALICE, "test").send(war)));
      assertEquals("release", first(Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war)));
      assertEquals(
          "not-granted",
          Call.get("/shop/echo/a").signedBy(TestApp.ALICE, "prepub").send(war).code());
      Call changed =
          Call.get("/shop/echo/a")
              .signedBy(TestApp.ALICE, "test")
              .header("X-App-Environment", "release");
      assertEquals("signature-invalid", changed.send(war).code());
      assertEquals(2, servlet.invocations());
    }
  }

  @Test
  void host_decidesByItsCanonicalForm() throws Exception {
    try (TestWar war =
        war()
            .setting("environmentFrom", "host")
            .setting("environmentHosts", "Test.Example:80=test, api.example=release")
            .start()) {
      assertEquals(
          "test",
          first(
              Call.get("/shop/echo/a")
                  .host("test.example")
                  .signedBy(TestApp.ALICE, "test")
                  .send(war)));
      assertEquals(
          "release",
          first(
              Call.get("/shop/echo/a").host("API.example:443").signedBy(TestApp.ALICE).send(war)));
      Answer other =
          Call.get("/shop/echo/a").host("other.example").signedBy(TestApp.ALICE).send(war);
      assertEquals("environment-mismatch", other.code());
      Answer crossed =
          Call.get("/shop/echo/a").host("test.example").signedBy(TestApp.ALICE).send(war);
      assertEquals("environment-mismatch", crossed.code());
      assertEquals(2, servlet.invocations());
    }
  }

  private static String first(Answer answer) {
    return answer.text().split(" ", 2)[0];
  }
}

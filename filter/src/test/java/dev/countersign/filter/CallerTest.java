package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a servlet, and an access log, learn of the caller. */
class CallerTest {

  private static String describe(HttpServletRequest request) {
    Caller caller = Caller.of(request).orElseThrow();
    return String.join(
        "\n",
        request.getUserPrincipal().getName(),
        request.getRemoteUser(),
        request.getAuthType(),
        "teller=" + request.isUserInRole("teller") + " reader=" + request.isUserInRole("reader"),
        caller.application(),
        caller.account(),
        caller.appKey().value(),
        caller.scheme(),
        caller.environment(),
        caller.api(),
        caller.apiGroup(),
        caller.operation(),
        caller.grants().toString(),
        new TreeSet<>(caller.roles()).toString(),
        "" + (caller == request.getUserPrincipal()),
        "" + (caller == request.getAttribute("dev.countersign.caller")),
        caller.toString());
  }

  @Test
  void admittedRequest_showsItsCaller() throws Exception {
    Recorder servlet =
        new Recorder((request, response) -> response.getWriter().print(describe(request)));
    try (TestWar war = TestWar.war().stores(new TestStores()).servlet("/*", servlet).start()) {
      Answer answer = Call.of("PUT", "/shop/echo/a").signedBy(TestApp.ALICE).send(war);
      assertEquals(
          """
          app-alice
          app-alice
          Countersign
          teller=true reader=false
          app-alice
          account-of-app-alice
          alice-key-0001
          countersign-1
          release
          api-echo
          echo
          * /echo/**
          [grant-echo]
          [auditor, teller]
          true
          true
          app-alice/alice-key-0001/release""",
          answer.text());
    }
  }

  @Test
  void requestWithoutFilter_hasNoCaller() throws Exception {
    Recorder servlet = Recorder.greeting();
    try (TestWar war =
        TestWar.war().mappedTo("/echo/*").stores(new TestStores()).servlet("/*", servlet).start()) {
      assertEquals("hello nobody", Call.get("/shop/open").signedBy(TestApp.ALICE).send(war).text());
    }
  }

  @Test
  void cacheControl_mayBeReplacedByTheApplication() throws Exception {
    Recorder servlet =
        new Recorder((request, response) -> response.setHeader("Cache-Control", "no-cache"));
    try (TestWar war = TestWar.war().stores(new TestStores()).servlet("/*", servlet).start()) {
      Answer answer = Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war);
      assertEquals("no-cache", answer.header("cache-control"));
    }
  }
}

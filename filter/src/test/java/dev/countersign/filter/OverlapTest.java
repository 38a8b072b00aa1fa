package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two access filters in one WAR: what one admitted is nothing to the other. */
class OverlapTest {

  @Test
  void secondFilterOnOneRequest_isUnavailable() throws Exception {
    Recorder servlet = Recorder.greeting();
    try (TestWar overlapping =
        TestWar.war()
            .stores(new TestStores())
            .also("second", new AccessFilter(), "/echo/b/*", Map.of("apis", "echo:/echo"))
            .servlet("/*", servlet)
            .start()) {
      assertEquals(
          200, Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(overlapping).status());
      Answer both = Call.get("/shop/echo/b/1").signedBy(TestApp.ALICE).send(overlapping);
      assertEquals("unavailable", both.code());
      assertEquals(503, both.status());
      assertEquals(1, servlet.invocations());
    }
  }

  @Test
  void forwardIntoAnotherFilter_isCredentialsMissing() throws Exception {
    Recorder servlet = Recorder.greeting();
    try (TestWar two =
        TestWar.war()
            .mappedTo("/echo/*")
            .stores(new TestStores())
            .also("second", new AccessFilter(), "/orders/*", Map.of("apis", "orders:/orders"))
            .servlet("/echo/*", new Recorder(Dispatches::run))
            .servlet("/orders/*", servlet)
            .start()) {
      Answer answer = Call.get("/shop/echo/forward?/orders/1").signedBy(TestApp.ALICE).send(two);
      assertEquals("credentials-missing", answer.code());
      assertEquals(0, servlet.invocations());
      assertEquals(200, Call.get("/shop/orders/1").signedBy(TestApp.ALICE).send(two).status());
    }
  }
}

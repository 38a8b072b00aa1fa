package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RejectionTest {

  private static final Recorder servlet = Recorder.greeting();
  private static TestWar war;

  @BeforeAll
  static void start() {
    war = TestWar.war().stores(new TestStores()).servlet("/echo/*", servlet).start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @Test
  void signedRequest_isAdmitted() throws Exception {
    Answer answer = Call.get("/shop/echo/a?b=c").signedBy(TestApp.ALICE).send(war);
    assertEquals("hello app-alice", answer.text());
    assertEquals(200, answer.status());
    assertEquals("private", answer.header("cache-control"));
    assertTrue(servlet.invocations() > 0);
  }
}

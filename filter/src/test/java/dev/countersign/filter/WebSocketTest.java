package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.HeardLog;
import java.util.Map;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.junit.jupiter.api.Test;

/** A server whose WebSocket endpoints no filter sees. */
class WebSocketTest {

  private final Recorder servlet = Recorder.greeting();

  private TestWar.Builder war() {
    return TestWar.war()
        .stores(new TestStores())
        .servlet("/*", servlet)
        .also("upgrade", new WebSocketUpgradeFilter(), "/ws/*", Map.of());
  }

  private static Answer call(TestWar war) throws Exception {
    return Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war);
  }

  @Test
  void registeredUpgradeFilter_isUnavailable() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().start()) {
      assertEquals("unavailable", call(war).code());
      assertEquals(0, servlet.invocations());
      assertTrue(log.text().contains("a handshake with one of them succeeds even now"), log.text());
      assertTrue(log.text().contains("write webSocket=unprotected"), log.text());
    }
  }

  @Test
  void unprotectedThatIsWritten_isAccepted() throws Exception {
    try (TestWar war = war().setting("webSocket", "unprotected").start()) {
      assertEquals(200, call(war).status());
    }
  }

  @Test
  void filterRegisteredAfterStart_isUnavailable() throws Exception {
    try (TestWar war = TestWar.war().stores(new TestStores()).servlet("/*", servlet).start()) {
      FilterDef late = new FilterDef();
      late.setFilterName("upgrade");
      late.setFilterClass(WebSocketUpgradeFilter.class.getName());
      war.context().addFilterDef(late);
      assertEquals("unavailable", call(war).code());
      assertEquals(0, servlet.invocations());
    }
  }
}

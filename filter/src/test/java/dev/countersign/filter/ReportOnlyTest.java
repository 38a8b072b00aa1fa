package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.testing.HeardLog;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** {@code reportOnly}: verdicts are logged, requests pass as they came. */
class ReportOnlyTest {

  private final Recorder servlet =
      new Recorder(
          (request, response) ->
              response
                  .getWriter()
                  .print(
                      Caller.of(request).map(Caller::application).orElse("nobody")
                          + " "
                          + new String(
                              request.getInputStream().readAllBytes(),
                              java.nio.charset.StandardCharsets.UTF_8)
                          + " "
                          + request.getUserPrincipal()));

  /** A server goes by its own clock. */
  static String in(long seconds) {
    Instant now = InstantSource.system().instant();
    return now.plusSeconds(seconds).toString();
  }

  private TestWar.Builder war() {
    return TestWar.war().stores(new TestStores()).servlet("/*", servlet);
  }

  @Test
  void everyRequest_passesWithoutCallerAndWithItsBody() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().setting("reportOnly", in(3600)).start()) {
      Answer unsigned = Call.of("POST", "/shop/echo/a").body("some body").send(war);
      assertEquals("nobody some body null", unsigned.text());
      Answer signed =
          Call.of("POST", "/shop/echo/b").body("my body").signedBy(TestApp.ALICE).send(war);
      assertEquals("nobody my body null", signed.text());
      assertEquals(2, servlet.invocations());
      assertTrue(log.text().contains("would refuse request"), log.text());
      assertTrue(log.text().contains("\"/shop/echo/a\": credentials-missing"), log.text());
      assertTrue(log.text().contains("\"/shop/echo/b\" of application app-alice"), log.text());
    }
  }

  @Test
  void instantThatHasPassed_isEnforcement() throws Exception {
    try (TestWar war = war().setting("reportOnly", in(-1)).start()) {
      assertEquals("credentials-missing", Call.get("/shop/echo/a").send(war).code());
      assertEquals(0, servlet.invocations());
    }
  }

  @Test
  void storesThatCannotBeOpened_areUnavailableHereToo() throws Exception {
    ProvidedStores.reset();
    ProvidedStores.opening =
        settings -> {
          throw new StoreUnavailableException("the database is down");
        };
    TestWar.Builder builder =
        BrokenConfigurationTest.provided(TestWar.war(), ProvidedStores.class.getName());
    try (TestWar war = builder.setting("reportOnly", in(3600)).servlet("/*", servlet).start()) {
      assertEquals("unavailable", Call.get("/shop/echo/a").send(war).code());
      assertEquals(0, servlet.invocations());
    }
  }
}

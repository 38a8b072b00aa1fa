package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.HeardLog;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;

/** What no descriptor tells is seen by requests, or named as not known. */
class RegisteredByCodeTest {

  private final Recorder servlet = Recorder.greeting();

  /** A servlet that supports asynchronous processing, as its annotation says. */
  @WebServlet(asyncSupported = true)
  public static final class Asynchronous extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** For the container. */
    public Asynchronous() {}
  }

  private TestWar.Builder war() {
    return TestWar.war().stores(new TestStores()).servlet("/*", servlet);
  }

  private static int call(TestWar war) throws Exception {
    return Call.get("/shop/echo/a").signedBy(TestApp.ALICE).send(war).status();
  }

  private static long count(String text, HeardLog log) {
    return log.lines().stream().filter(line -> Pattern.compile(text).matcher(line).find()).count();
  }

  private static void addInFront(Context context) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("early");
    definition.setFilterClass(PassingFilter.class.getName());
    definition.setFilter(new PassingFilter());
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName("early");
    map.addURLPattern("/*");
    context.addFilterMapBefore(map);
  }

  @Test
  void filterWithoutDescriptor_isNamedAsNotChecked_andWorks() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().start()) {
      assertEquals(200, call(war));
      assertEquals(1, count("^INFO .* is not mapped in web.xml as the server has mapped it", log));
      assertEquals(0, count("wraps|come first|setAsyncSupported", log));
    }
  }

  /** Tomcat takes it for every path, and does not tell of it. */
  @Test
  void mappingThatTheServerDoesNotTell_isAWarning_andWorks() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().mappedTo("*").start()) {
      assertEquals(200, call(war));
      assertEquals(1, count("^WARNING .* is mapped to nothing", log));
    }
  }

  @Test
  void wrappingFilterInFront_isNamedOnce() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().with(RegisteredByCodeTest::addInFront).start()) {
      assertEquals(200, call(war));
      assertEquals(200, call(war));
      assertEquals(1, count("^INFO .* no descriptor tells which come first: early", log));
      assertEquals(1, count("^WARNING Something before the access filter access wraps", log));
    }
  }

  @Test
  void asyncServletBehindAFilterThatIsNot_isNamedOnce() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war =
            war()
                .with(context -> context.findFilterDef("access").setAsyncSupported("false"))
                .with(
                    context -> {
                      Wrapper wrapper =
                          Tomcat.addServlet(
                              context, Asynchronous.class.getName(), new Asynchronous());
                      wrapper.setAsyncSupported(true);
                      context.addServletMapping("/echo/async", wrapper.getName());
                    })
                .start()) {
      assertEquals(200, call(war));
      assertEquals(0, count("setAsyncSupported", log));
      for (int i = 0; i < 2; i++) {
        Call.get("/shop/echo/async").signedBy(TestApp.ALICE).send(war);
      }
      assertEquals(1, count("^WARNING The servlet .*Asynchronous supports asynch", log));
    }
  }

  @Test
  void storesThatAreReachedLater_areComparedThen() throws Exception {
    ProvidedStores.reset();
    ProvidedStores.opening =
        settings -> {
          throw new StoreUnavailableException("the database is down");
        };
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war =
            BrokenConfigurationTest.provided(TestWar.war(), ProvidedStores.class.getName())
                .servlet("/echo/*", servlet)
                .servlet("/reports/*", Recorder.greeting())
                .start()) {
      assertEquals(503, call(war));
      assertEquals(0, count("/reports", log));
      ProvidedStores.opening = settings -> new TestStores();
      Eventually.equal(Duration.ofSeconds(20), "status", 200, () -> call(war));
      assertEquals(1, count("^WARNING .* can reach: /reports/\\* \\(/reports/\\*\\)", log));
    }
  }

  @Test
  void catalogueThatFails_isNamed_andTheFilterStarts() throws Exception {
    TestStores stores = new TestStores();
    ApiCatalogue failing =
        () -> {
          throw new StoreUnavailableException("the catalogue is down");
        };
    Object patched =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AccessStores.class},
            (proxy, method, arguments) ->
                method.getName().equals("apis") ? failing : method.invoke(stores, arguments));
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = TestWar.war().stores(patched).servlet("/*", servlet).start()) {
      assertEquals(503, call(war));
      assertEquals(1, count("^INFO .* cannot be compared with the APIs now", log));
      assertEquals(1, count("^INFO The access filter access has started", log));
    }
  }

  @Test
  void groupsWithoutApis_areNamed() throws Exception {
    try (HeardLog log = HeardLog.ofLibrary();
        TestWar war = war().setting("apis", "orders:/order").start()) {
      assertEquals(403, call(war));
      assertEquals(1, count("^WARNING .* finds no API of the groups it serves \\(orders\\)", log));
    }
  }

  @Test
  void environmentInThePath_asksForNoMappingOfPrefixes() throws Exception {
    Map<String, String> answers = Map.of("path", "0", "fixed", "1");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      try (HeardLog log = HeardLog.ofLibrary();
          TestWar war =
              TestWar.war()
                  .stores(new TestStores())
                  .setting("environmentFrom", answer.getKey())
                  .mappedTo("/release/*")
                  .servlet("/echo/*", servlet)
                  .start()) {
        assertTrue(war.port() > 0);
        assertEquals(answer.getValue(), "" + count("serves the API group echo below /echo", log));
      }
    }
  }
}

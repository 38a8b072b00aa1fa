package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five dispatcher types, with and without an admission, and two filters on one request. */
class DispatchTest {

  private static final Recorder inside = new Recorder(DispatchTest::describe);
  private static final TestStores stores = new TestStores();
  private static final List<String> thrown = new CopyOnWriteArrayList<>();
  private static TestWar war;
  private int before;

  /** Who calls, by which dispatch, and what of the body is seen. */
  private static void describe(HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    String who = Caller.of(request).map(Caller::application).orElse("nobody");
    response
        .getWriter()
        .print(
            "[%s %s %s %s]"
                .formatted(
                    request.getDispatcherType(),
                    who,
                    request.getRemoteUser(),
                    request.getParameter("field")));
  }

  @BeforeAll
  static void start() {
    Filter outer =
        (request, response, chain) -> {
          try {
            chain.doFilter(request, response);
          } catch (Exception e) {
            thrown.add(e.toString());
            throw e;
          }
        };
    war =
        TestWar.war()
            .mappedTo("/echo/*")
            .also("outer", outer, "/*", Map.of())
            .stores(stores)
            .servlet("/echo/inside", inside)
            .servlet("/echo/do/*", new Recorder(Dispatches::run))
            .servlet("/open/*", new Recorder(Dispatches::run))
            .with(
                context -> {
                  ErrorPage page = new ErrorPage();
                  page.setLocation("/echo/inside");
                  context.addErrorPage(page);
                })
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @BeforeEach
  void count() {
    before = inside.invocations();
  }

  private static Call form(String target) {
    return Call.of("POST", target)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body("field=value")
        .signedBy(TestApp.ALICE);
  }

  @ParameterizedTest
  @CsvSource({
    "forward, 200, '[FORWARD app-alice app-alice value]'",
    "include, 200, 'page [INCLUDE app-alice app-alice value] end'",
    "async, 200, '[ASYNC app-alice app-alice value]'",
    "async-bare, 200, '[ASYNC app-alice app-alice value]'",
    "error, 418, '[ERROR app-alice app-alice null]'",
    "throw, 500, '[ERROR app-alice app-alice null]'"
  })
  void laterDispatchOfAdmittedRequest_passesWithItsCaller(String way, int status, String text)
      throws Exception {
    Answer answer = form("/shop/echo/do/" + way + "?/echo/inside").send(war);
    assertEquals(text, answer.text());
    assertEquals(status, answer.status());
    assertEquals(before + 1, inside.invocations());
  }

  @Test
  void laterDispatch_isNotDecidedAgain() throws Exception {
    int decisions = stores.decisions.size();
    assertEquals(200, form("/shop/echo/do/forward?/echo/inside").send(war).status());
    assertEquals(decisions + 1, stores.decisions.size(), "one verdict, one nonce");
  }

  @ParameterizedTest
  @CsvSource({"forward", "async", "error", "throw"})
  void laterDispatchWithoutAdmission_isCredentialsMissing(String way) throws Exception {
    Answer answer = Call.get("/shop/open/" + way + "?/echo/inside").send(war);
    assertEquals("credentials-missing", answer.code());
    assertEquals(401, answer.status());
    assertEquals(before, inside.invocations());
  }

  @Test
  void signedButNotAdmittedForward_isCredentialsMissing() throws Exception {
    Answer answer = Call.get("/shop/open/forward?/echo/inside").signedBy(TestApp.ALICE).send(war);
    assertEquals("credentials-missing", answer.code());
    assertEquals(before, inside.invocations());
  }

  @Test
  void includeWithoutAdmission_staysEmpty() throws Exception {
    Answer answer = Call.get("/shop/open/include?/echo/inside").send(war);
    assertEquals("page  end", answer.text());
    assertEquals(before, inside.invocations());
  }

  @Test
  void exceptionOfTheApplication_reachesTheFiltersInFront() throws Exception {
    thrown.clear();
    form("/shop/echo/do/throw?/echo/inside").send(war);
    assertTrue(
        thrown.stream().anyMatch(text -> text.contains("thrown by the application")),
        thrown.toString());
  }
}

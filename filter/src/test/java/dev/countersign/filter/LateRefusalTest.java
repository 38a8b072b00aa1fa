package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that turns out to be another one when the servlet has begun to answer. */
class LateRefusalTest {

  private static final String BODY = "0123456789".repeat(5000);

  private static TestWar war;

  @BeforeAll
  static void start() {
    war =
        TestWar.war()
            .filter(LateRefusalTest::front)
            .also(
                "behind",
                new AccessFilter(),
                "/*",
                Map.of("apis", "echo:/echo", "bodyMode", "stream"))
            .stores(new TestStores())
            .servlet("/echo/*", new Recorder(LateRefusalTest::answer))
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  /** What a filter in front may do: CORS, a cookie, and an answer that it zips. */
  private static void front(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Access-Control-Allow-Origin", "*");
    answer.addHeader("Vary", "Origin");
    answer.addHeader("Vary", "Accept");
    answer.addCookie(new Cookie("front", "1"));
    if (((HttpServletRequest) request).getRequestURI().endsWith("zipped")) {
      ZippedResponse zipped = new ZippedResponse(answer);
      chain.doFilter(request, zipped);
      zipped.finish();
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String way = request.getPathInfo().substring(1);
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setContentType("text/csv");
    response.setHeader("Content-Disposition", "attachment");
    response.setHeader("Vary", "Cookie");
    response.addCookie(new Cookie("basket", "full"));
    request.getSession();
    switch (way) {
      case "writer" -> response.getWriter().print("begun");
      case "stream", "zipped" -> response.getOutputStream().print("begun");
      case "flushed" -> response.flushBuffer();
      case "params" -> request.getParameter("a");
      default -> {}
    }
    request.getInputStream().readAllBytes();
    response.getOutputStream().print("whole");
  }

  private static Call call(String way) {
    return Call.of("POST", "/shop/echo/" + way)
        .header("Content-Type", "application/octet-stream")
        .body(BODY)
        .signedBy(TestApp.ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "writer", "stream", "zipped"})
  void refusal_hasNothingOfTheServlet_andAllOfTheFilterInFront(String way) throws Exception {
    Answer answer = call(way).body(BODY.replaceFirst("0", "x")).send(war);
    assertEquals("body-mismatch", answer.code());
    assertEquals(401, answer.status());
    assertEquals("", answer.header("content-disposition"));
    assertEquals(List.of("front=1"), answer.values("set-cookie"));
    assertEquals(List.of("Origin", "Accept"), answer.values("vary"));
    assertEquals("*", answer.header("access-control-allow-origin"));
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("close", answer.header("connection"));
    assertEquals(way.equals("zipped") ? "gzip" : "", answer.header("content-encoding"));
    assertFalse(answer.text().contains("begun"), answer.text());
  }

  @Test
  void malformedForm_isRefusedWithNothingOfTheServlet() throws Exception {
    Answer answer =
        Call.of("POST", "/shop/echo/params")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body("a=%zz")
            .signedBy(TestApp.ALICE)
            .send(war);
    assertEquals("malformed", answer.code());
    assertEquals("", answer.header("content-disposition"));
    assertEquals(List.of("front=1"), answer.values("set-cookie"));
  }

  @Test
  void answerThatIsOnItsWay_cannotBeTakenBack() throws Exception {
    Call call = call("flushed").body(BODY.replaceFirst("0", "x"));
    try (Connection connection = new Connection(war.port())) {
      assertEquals("attachment", call.sendForHead(connection).header("content-disposition"));
    }
  }

  @Test
  void signedBody_keepsTheServletsHeaders() throws Exception {
    Answer answer = call("nothing").send(war);
    assertEquals("201 whole", answer.status() + " " + answer.text());
    assertEquals("attachment", answer.header("content-disposition"));
    assertEquals("Cookie", answer.header("vary"));
    assertEquals(3, answer.values("set-cookie").size());
  }
}

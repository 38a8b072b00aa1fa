package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.Eventually;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a body is given back. The budget holds one body and not two, so the next call tells whether
 * the last one's is still held.
 */
class BodyEndTest {

  private static final String BODY = "0123456789".repeat(8000);
  private static final BlockingQueue<AsyncContext> waiting = new LinkedBlockingQueue<>();
  private static final Recorder servlet = new Recorder(BodyEndTest::run);
  private static TestWar war;

  private static void run(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String way = request.getPathInfo();
    switch (way) {
      case "/sync" -> response.getWriter().print(length(request));
      case "/throw" -> throw new IllegalStateException("of the application");
      case "/async" -> waiting.add(request.startAsync());
      case "/bare" -> waiting.add(Dispatches.bare(request).startAsync());
      case "/timeout" -> request.startAsync().setTimeout(200);
      case "/twice" -> request.startAsync().dispatch("/echo/async");
      case "/outside" -> request.startAsync().dispatch("/open/async");
      default -> throw new IllegalArgumentException(way);
    }
  }

  private static int length(HttpServletRequest request) throws IOException {
    return request.getInputStream().readAllBytes().length;
  }

  @BeforeAll
  static void start() {
    war =
        TestWar.war()
            .mappedTo("/echo/*")
            .setting("bodyLimit", "100KiB")
            .setting("spoolBudget", "100KiB")
            .stores(new TestStores())
            .servlet("/echo/*", servlet)
            .servlet("/open/*", servlet)
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  private static Answer call(String way) {
    try {
      return Call.of("POST", "/shop/echo/" + way).body(BODY).signedBy(TestApp.ALICE).send(war);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void bodyIsGivenBack() throws Exception {
    Eventually.equal(Duration.ofSeconds(10), "answer", "80000", () -> call("sync").text());
    assertEquals(java.util.List.of(), war.spooled());
  }

  @Test
  void afterSuccess() {
    assertEquals(200, call("sync").status());
    assertEquals(200, call("sync").status());
  }

  @Test
  void afterException() {
    assertEquals(500, call("throw").status());
  }

  @Test
  void afterMismatch() throws Exception {
    Call other = Call.of("POST", "/shop/echo/sync").body(BODY).signedBy(TestApp.ALICE);
    assertEquals("body-mismatch", other.body(BODY.replace('9', '8')).send(war).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "twice", "outside"})
  void afterAsyncCompletion_andNotBefore(String way) throws Exception {
    CompletableFuture<Answer> asynchronous = CompletableFuture.supplyAsync(() -> call(way));
    AsyncContext context = waiting.poll(10, TimeUnit.SECONDS);
    assertTrue(context != null, "the servlet has begun");
    assertEquals("unavailable", call("sync").code(), "the budget is in use");
    context.getResponse().getWriter().print(length((HttpServletRequest) context.getRequest()));
    context.complete();
    assertEquals("80000", asynchronous.get(10, TimeUnit.SECONDS).text());
  }

  /** Begun on the container's own request, past the wrapper, whose body is gone. */
  @Test
  void afterAsyncCompletionPastTheWrapper_andNotBefore() throws Exception {
    CompletableFuture<Answer> asynchronous = CompletableFuture.supplyAsync(() -> call("bare"));
    AsyncContext context = waiting.poll(10, TimeUnit.SECONDS);
    assertTrue(context != null, "the servlet has begun");
    assertEquals("unavailable", call("sync").code(), "the budget is in use");
    context.complete();
    assertEquals(200, asynchronous.get(10, TimeUnit.SECONDS).status());
  }

  @Test
  void afterAsyncTimeout() {
    assertEquals(500, call("timeout").status());
  }
}

package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refused caller is told, reason by reason. */
class RejectionResponseTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");
  private static final String CANONICAL = "countersign-1\nalice\u0000\u001b[31m \"é\"\u2028\\";

  private static final Recorder servlet = Recorder.greeting();
  private static TestWar quiet;
  private static TestWar telling;

  @BeforeAll
  static void start() {
    quiet = war(false);
    telling = war(true);
  }

  @AfterAll
  static void stop() {
    quiet.close();
    telling.close();
  }

  /**
   * The query says for which reason to refuse; {@code text} and {@code long} say what was
   * canonical.
   */
  private static TestWar war(boolean diagnostics) {
    RejectionResponse responses =
        new RejectionResponse(
            List.of("First realm=\"r\"", "Second"),
            diagnostics,
            request -> false,
            InstantSource.fixed(NOW));
    Filter refusing =
        (request, response, chain) -> {
          String[] words = ((HttpServletRequest) request).getQueryString().split("&", 2);
          Supplier<String> canonical =
              switch (words[1]) {
                case "text" -> () -> CANONICAL;
                case "long" -> () -> "x".repeat(100_000);
                case "untouched" -> RejectionResponseTest::madeInVain;
                default -> null;
              };
          HttpServletResponse answer = (HttpServletResponse) response;
          answer.setHeader("Access-Control-Allow-Origin", "*");
          answer.getWriter().print("left over by a filter in front");
          Verdict.Rejected rejected =
              new Verdict.Rejected(Reason.valueOf(words[0]), "the precise cause", canonical);
          responses.send((HttpServletRequest) request, answer, "id-of-the-request", rejected);
        };
    return TestWar.war().filter(refusing).servlet("/*", servlet).start();
  }

  private static String madeInVain() {
    throw new AssertionError("to make it takes time, and only a known key has one");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReason_isAProblemDocument(Reason reason) throws Exception {
    Answer answer = Call.get("/shop/x?" + reason + "&none").send(quiet);
    assertEquals(reason.status(), answer.status());
    assertTrue(answer.header("content-type").startsWith("application/problem+json"));
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    JsonNode problem = answer.json();
    assertEquals("urn:countersign:problem:" + reason.code(), problem.path("type").asText());
    assertEquals(reason.title(), problem.path("title").asText());
    assertEquals(reason.status(), problem.path("status").asInt());
    assertTrue(problem.path("status").isInt());
    assertEquals(reason.code(), problem.path("code").asText());
    assertEquals("id-of-the-request", problem.path("requestId").asText());
    assertFalse(answer.text().contains("precise"));
    assertEquals(reason == Reason.STALE ? 6 : 5, problem.size());
    assertEquals(0, servlet.invocations());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReason_hasTheHeadersOfItsStatus(Reason reason) throws Exception {
    Answer answer = Call.get("/shop/x?" + reason + "&none").send(quiet);
    List<String> challenges = List.of("First realm=\"r\"", "Second");
    assertEquals(
        answer.status() == 401 ? challenges : List.of(), answer.values("www-authenticate"));
    assertEquals(
        answer.status() == 503 ? "5" : answer.status() == 429 ? "1" : "",
        answer.header("retry-after"));
    assertEquals("*", answer.header("access-control-allow-origin"), "of the CORS filter in front");
  }

  @Test
  void stale_tellsTheTimeOfTheServer() throws Exception {
    Answer answer = Call.get("/shop/x?STALE&none").send(quiet);
    assertEquals("2026-11-21T19:44:12Z", answer.json().path("serverTime").asText());
    assertEquals("Sat, 21 Nov 2026 19:44:12 GMT", answer.header("date"));
  }

  @Test
  void head_hasTheLengthAndNoBody() throws Exception {
    try (Connection connection = new Connection(quiet.port())) {
      Answer head = Call.of("HEAD", "/shop/x?NOT_GRANTED&none").send(connection);
      Answer get = Call.get("/shop/x?NOT_GRANTED&none").send(connection);
      assertEquals(403, head.status());
      assertEquals(get.header("content-length"), head.header("content-length"));
      assertEquals("not-granted", get.json().path("code").asText());
    }
  }

  @Test
  void canonicalRequest_isToldWithDiagnosticsOnly() throws Exception {
    Answer without = Call.get("/shop/x?SIGNATURE_INVALID&text").send(quiet);
    assertFalse(without.json().has("canonicalRequest"));
    Answer with = Call.get("/shop/x?SIGNATURE_INVALID&text").send(telling);
    assertEquals(CANONICAL, with.json().path("canonicalRequest").asText());
    assertTrue(with.text().chars().allMatch(c -> c >= ' ' && c <= '~'), "escaped: " + with.text());
  }

  @Test
  void canonicalRequest_isNotEvenMadeWithoutDiagnostics() throws Exception {
    assertEquals(401, Call.get("/shop/x?SIGNATURE_INVALID&untouched").send(quiet).status());
  }

  @Test
  void canonicalRequest_isCapped() throws Exception {
    Answer answer = Call.get("/shop/x?SIGNATURE_INVALID&long").send(telling);
    assertEquals(8192 + 3, answer.json().path("canonicalRequest").asText().length());
  }

  @Test
  void unknownCanonicalRequest_isNotTold() throws Exception {
    Answer answer = Call.get("/shop/x?SIGNATURE_INVALID&none").send(telling);
    assertFalse(answer.json().has("canonicalRequest"));
  }
}

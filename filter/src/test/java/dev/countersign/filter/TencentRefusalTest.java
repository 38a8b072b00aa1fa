package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What programs of Tencent's gateway are told with {@code compat=tencent}, and who counts as one.
 */
class TencentRefusalTest {

  private static final String STRING_TO_SIGN = "x-date: \u0000\"é\"#GET####/u";

  private static final Recorder servlet = Recorder.greeting();
  private static TestWar refusing;

  @BeforeAll
  static void start() {
    RejectionResponse responses =
        new RejectionResponse(
            List.of("hmac realm=\"r\""), true, request -> true, InstantSource.system());
    Filter filter =
        (request, response, chain) ->
            responses.send(
                (HttpServletRequest) request,
                (HttpServletResponse) response,
                "id-of-the-request",
                rejected(((HttpServletRequest) request).getQueryString()));
    refusing = TestWar.war().filter(filter).servlet("/*", servlet).start();
  }

  private static Verdict.Rejected rejected(String query) {
    String[] words = query.split("&", 2);
    return new Verdict.Rejected(
        Reason.valueOf(words[0]),
        "the precise cause",
        words.length > 1 ? () -> STRING_TO_SIGN : null);
  }

  @AfterAll
  static void stop() {
    refusing.close();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReason_hasTheGatewaysStatusTextAndShape(Reason reason) throws Exception {
    TencentRefusal expected = TencentRefusal.of(reason);
    Answer answer = Call.get("/shop/x?" + reason).send(refusing);
    assertEquals(expected.status(), answer.status());
    assertTrue(answer.header("content-type").startsWith("application/json"));
    assertEquals(
        Map.of("message", expected.message()),
        new ObjectMapper().convertValue(answer.json(), Map.class));
    assertEquals(0, servlet.invocations());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReason_keepsTheHeadersThatProtect_andTellsTheRequestId(Reason reason) throws Exception {
    Answer answer = Call.get("/shop/x?" + reason).send(refusing);
    assertEquals("no-store", answer.header("cache-control"));
    assertEquals("nosniff", answer.header("x-content-type-options"));
    assertEquals("id-of-the-request", answer.header("x-api-requestid"));
    assertEquals(
        answer.status() == 401 ? List.of("hmac realm=\"r\"") : List.of(),
        answer.values("www-authenticate"));
    assertEquals(
        answer.status() == 503 ? "5" : answer.status() == 429 ? "1" : "",
        answer.header("retry-after"));
  }

  @ParameterizedTest
  @CsvSource({"SIGNATURE_INVALID, true", "BODY_MISMATCH, true", "NOT_GRANTED, false"})
  void stringToSign_isEchoedBehindAMismatchOnly(Reason reason, boolean echoed) throws Exception {
    Answer answer = Call.get("/shop/x?" + reason + "&text").send(refusing);
    String message = answer.json().path("message").asText();
    assertEquals(echoed, message.endsWith(", Server StringToSign:" + STRING_TO_SIGN), message);
    assertTrue(answer.text().chars().allMatch(c -> c >= ' ' && c <= '~'), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "tencent,               true,  '', '', tencent",
    "tencent,               true,  Authorization, 'hmac id=\"x\"', tencent",
    "tencent,               true,  X-App-Signature, v1=x, problem",
    "tencent,               true,  Authorization, AWS4-HMAC-SHA256 x, problem",
    "'countersign-1,tencent', true,  '', '', problem",
    "'countersign-1,tencent', true,  Authorization, 'hmac id=\"x\"', tencent",
    "'countersign-1,tencent', true,  X-App-Signature, v1=x, problem",
    "'countersign-1,tencent', false, Authorization, 'hmac id=\"x\"', problem",
    "tencent,               false, '', '', problem"
  })
  void answer_isTheGateways_forItsMark_andForNoMarkWhereNobodyElseIsExpected(
      String schemes, boolean compat, String name, String value, String shape) throws Exception {
    TestWar.Builder war =
        TestWar.war().stores(new TestStores()).servlet("/*", servlet).setting("schemes", schemes);
    try (TestWar started = (compat ? war.setting("compat", "tencent") : war).start()) {
      Call call = Call.get("/shop/orders/1");
      Answer answer = (name.isEmpty() ? call : call.header(name, value)).send(started);
      assertTrue(answer.status() >= 400, answer.text());
      assertEquals(shape.equals("problem"), answer.json().has("code"), answer.text());
      assertEquals(shape.equals("tencent"), answer.json().has("message"), answer.text());
    }
  }

  @Test
  void brokenConfiguration_isAProblemDocument_forNothingIsKnownOfTheSettings() throws Exception {
    TestWar.Builder war =
        TestWar.war().stores(new TestStores()).servlet("/*", servlet).setting("schemes", "tencent");
    try (TestWar started = war.setting("compat", "tencent").setting("nonsense", "1").start()) {
      Answer answer = Call.get("/shop/orders/1").send(started);
      assertEquals(503, answer.status());
      assertEquals("unavailable", answer.code());
    }
  }
}

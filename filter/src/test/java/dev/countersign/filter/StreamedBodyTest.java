package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Admitted;
import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Verdict;
import dev.countersign.testing.Eventually;
import jakarta.servlet.MultipartConfigElement;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bodyMode=stream}: the servlet reads while the body is proved. */
class StreamedBodyTest {

  private static final String BODY = "a=" + "0123456789".repeat(5000);
  private static final String TYPE = "application/octet-stream";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String PART =
      "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--cut--\r\n";

  private static final TestStores stores = new TestStores();
  private static final StreamedReads servlet = new StreamedReads();
  private static TestWar war;

  @BeforeAll
  static void start() {
    war =
        TestWar.war()
            .mappedTo("/echo/*")
            .setting("bodyMode", "stream")
            .setting("bodyLimit", "100KiB")
            .setting("spoolBudget", "10KiB")
            .stores(stores)
            .servlet("/echo/*", new Recorder(servlet::run))
            .with(StreamedBodyTest::allowParts)
            .start();
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  @BeforeEach
  void forget() {
    stores.decisions.clear();
    servlet.forget();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertEquals(List.of(), war.spooled());
  }

  @ParameterizedTest
  @CsvSource({
    "read, 50002", "bytes, 50002", "lines, 50002", "reader, 50002", "listen, 50002",
    "worker, 50002", "catch, 50002", "some, 100", "unread, 0", "close, 0"
  })
  void signedBody_isSeen(String way, int length) throws Exception {
    for (Call call : List.of(signed(way, TYPE), signed(way, TYPE).chunked())) {
      Answer answer = call.send(war);
      assertEquals("200 " + length, answer.status() + " " + answer.text());
    }
    assertDecided("admitted", "admitted");
  }

  /** The servlet has begun, but never sees the end. */
  @ParameterizedTest
  @ValueSource(strings = {"read", "bytes", "lines", "reader"})
  void otherBody_isIoException_andAnsweredByTheFilter(String way) throws Exception {
    for (String other : List.of(BODY.replaceFirst("a", "b"), BODY.substring(0, 50_001) + "x")) {
      for (Call call : List.of(signed(way, TYPE), signed(way, TYPE).chunked())) {
        forget();
        Answer answer = call.body(other).send(war);
        assertEquals("body-mismatch", answer.code());
        assertEquals(401, answer.status());
        assertEquals("UnprovedBodyException", servlet.thrown());
        assertTrue(servlet.seen() > 0, "it was read as it arrived");
        assertTrue(servlet.seen() <= BODY.length() - 8192, "seen: " + servlet.seen());
        assertDecided("admitted", "body-mismatch");
      }
    }
  }

  @Test
  void otherBody_isToldToTheReadListener_asAnError() throws Exception {
    Answer answer = signed("listen", TYPE).body(BODY.replaceFirst("a", "b")).send(war);
    assertEquals("500 UnprovedBodyException", answer.status() + " " + answer.text());
    assertTrue(servlet.seen() <= BODY.length() - 8192, "seen: " + servlet.seen());
    assertDecided("admitted", "body-mismatch");
  }

  /** What the application makes of the exception is its own affair, but it is on record. */
  @Test
  void otherBody_thatTheApplicationCatches_isOnRecord() throws Exception {
    Answer answer = signed("catch", TYPE).body(BODY + "!").send(war);
    assertEquals("200 UnprovedBodyException", answer.status() + " " + answer.text());
    assertDecided("admitted", "body-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unread", "some", "close", "workerUnread"})
  void restOfAnotherBody_thatNobodyReads_isOnRecord(String way) throws Exception {
    Answer answer = signed(way, TYPE).body(BODY.replaceFirst("9$", "x")).send(war);
    assertEquals(200, answer.status());
    assertDecided("admitted", "body-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"params", "parts"})
  void parametersOfAnotherBody_areNotSeen(String way) throws Exception {
    boolean form = way.equals("params");
    String type = form ? FORM : "multipart/form-data; boundary=cut";
    String body = form ? "a=1" : PART;
    Answer good = of(way, type).body(body).signedBy(TestApp.ALICE).send(war);
    assertEquals("200 1", good.status() + " " + good.text());
    forget();
    Call other = of(way, type).body(body).signedBy(TestApp.ALICE).body(body + "&b=epilogue");
    assertEquals("body-mismatch", other.send(war).code());
    assertEquals("IllegalStateException".equals(servlet.thrown()), form);
    assertDecided("admitted", "body-mismatch");
  }

  @Test
  void moreThanTheLimitInChunks_isTooLarge() throws Exception {
    String large = "x".repeat(100 * 1024 + 1);
    Answer answer = of("read", TYPE).body(large).chunked().signedBy(TestApp.ALICE).send(war);
    assertEquals("too-large", answer.code());
    assertEquals(413, answer.status());
    assertDecided("admitted", "too-large");
  }

  @Test
  void bodyUnderASignatureOfNone_isRefusedBeforeTheServlet() throws Exception {
    Call none = of("read", TYPE).signedBy(TestApp.ALICE).body("x");
    assertEquals("body-mismatch", none.send(war).code());
    assertDecided("body-mismatch");
    assertEquals(-1, servlet.seen(), "the servlet has not run");
  }

  private static void allowParts(Context context) {
    ((Wrapper) context.findChild("/echo/*"))
        .setMultipartConfigElement(new MultipartConfigElement(""));
  }

  private static Call of(String way, String type) {
    return Call.of("POST", "/shop/echo/" + way).header("Content-Type", type);
  }

  private static Call signed(String way, String type) {
    return of(way, type).body(BODY).signedBy(TestApp.ALICE);
  }

  /** The last ones may come after the answer. */
  private static void assertDecided(String... expected) {
    Eventually.equal(
        Duration.ofSeconds(10), "decisions", List.of(expected), StreamedBodyTest::decisions);
  }

  private static List<String> decisions() {
    return stores.decisions.stream().map(Decision::verdict).map(StreamedBodyTest::word).toList();
  }

  private static String word(Verdict verdict) {
    return verdict instanceof Admitted ? "admitted" : ((Verdict.Rejected) verdict).reason().code();
  }
}

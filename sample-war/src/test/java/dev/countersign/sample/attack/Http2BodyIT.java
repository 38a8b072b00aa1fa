package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Http2Client;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawRequest.Field;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.HeardLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a body ends over HTTP/2, the frames say and a length that may contradict them. */
@ExtendWith(Sites.Extension.class)
class Http2BodyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SIGNED = "hello, hello";

  private final Site site;
  private final boolean glassFish;
  private final boolean tomcat;

  Http2BodyIT(Sites sites) {
    site = sites.of(SiteKind.MEMORY);
    glassFish = sites.server().name().startsWith("GlassFish");
    tomcat = sites.server().name().startsWith("Apache Tomcat");
  }

  @ParameterizedTest(name = "{0} bytes of 12, said to be {1}")
  @CsvSource({"12, 13", "12, 11", "12, 0", "11, 12", "11, 11", "13, 12", "13, 13", "0, 12", "0, 0"})
  void otherLengthOrLessThanSigned_isNotAdmitted(int sent, String said) {
    RawRequest signed = site.signed(call());
    assertNotAdmitted(signed.body(first(sent)).inChunks().add("Content-Length", said));
  }

  /**
   * Tomcat hands such a field over, and throws whenever it is asked for the length; it closes the
   * connection itself when a frame of the body comes, with no filter as well.
   */
  @ParameterizedTest
  @ValueSource(strings = {"abc", "12abc", "99999999999999999999", "12\u009b31m", "-12", "12, 12"})
  void lengthThatIsNoNumber_isRefusedByTheFilter(String said) {
    try (HeardLog log = HeardLog.ofLibrary()) {
      assertRefused(call().inChunks().add("Content-Length", said));
      RawRequest signed = site.signed(call()).inChunks().add("Content-Length", said);
      // A server that does not look at it lets the body through that was signed.
      answer(signed).ifPresent(one -> assertTrue(one.status() < 500, one::toString));
      assertRefusedInTheLog(log);
    }
  }

  @Test
  void twoLengths_areRefusedByTheFilter() {
    try (HeardLog log = HeardLog.ofLibrary()) {
      assertRefused(call().inChunks().add("Content-Length", "12").add("Content-Length", "12"));
      assertRefusedInTheLog(log);
    }
  }

  private void assertRefused(RawRequest unsigned) {
    assertNotAdmitted(unsigned).ifPresent(one -> assertEquals(4, one.status() / 100));
  }

  /** The filter has not failed; where it was asked, it has found the length at fault. */
  private void assertRefusedInTheLog(HeardLog log) {
    assertEquals(List.of(), log.warnings());
    if (tomcat) {
      Eventually.within(
          PATIENCE, "the filter says no", () -> log.text().contains("no number in Content-Length"));
    }
  }

  @ParameterizedTest(name = "{0} bytes of 12")
  @CsvSource({"0", "1", "11", "13"})
  void bodyOfNoLengthThatEndsElsewhere_isBodyMismatch(int sent) {
    RawRequest signed = site.signed(call());
    RawResponse answer = assertNotAdmitted(signed.body(first(sent)).inChunks()).orElseThrow();
    assertEquals("401 body-mismatch", answer.status() + " " + answer.code(), answer::toString);
  }

  @Test
  void streamResetInTheBody_isNotAdmitted() throws IOException {
    long before = site.invocations();
    for (int sent : new int[] {0, 1, SIGNED.length() - 1}) {
      new Http2Client(site.port()).giveUp(site.signed(call()), sent, () -> {});
    }
    // A refusal is told to nobody, so another call of the same kind comes behind it.
    site.assertAdmitted(site.signed(call()));
    assertEquals(before + 2, site.invocations());
  }

  @ParameterizedTest
  @CsvSource({
    "X-App-Caller, somebody, reserved",
    "X-App-Roles, admin, reserved",
    "X-Tenant, other, signed",
    "Content-Type, text/csv, signed",
    "Host, elsewhere.example, signed",
    "X-Unlisted, other, unsigned",
    "Content-Length, 31337, unsigned"
  })
  void fieldBehindTheBody_isSeenByNobody(String name, String value, String kind) {
    RawRequest call = call().add("X-Tenant", "acme").add("X-App-Signed-Headers", "x-tenant");
    RawRequest signed = site.signed(call);
    try {
      RawResponse answer =
          new Http2Client(site.port()).send(signed, List.of(new Field(name, value)));
      if (answer.status() == 200) {
        String seen = answer.json().path("headers").toString().toLowerCase(Locale.ROOT);
        // GlassFish may have made a header of it before the filter looked; then it is one of many.
        boolean mayBeSeen = glassFish && kind.equals("unsigned");
        assertFalse(seen.contains('"' + value + '"') && !mayBeSeen, seen);
        assertEquals(SIGNED.length(), answer.json().path("body").path("length").asInt());
      } else {
        assertTrue(answer.status() >= 400, answer::toString);
      }
    } catch (UncheckedIOException resetByTheServer) {
      // It may refuse such a field itself.
      assertTrue(site.invocations() > 0);
    }
  }

  private RawRequest call() {
    return site.request("POST", "/echo/a").body("text/plain", SIGNED);
  }

  private static byte[] first(int bytes) {
    return (SIGNED + "!").substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
  }

  /** The answer, unless the server resets the stream. */
  private Optional<RawResponse> assertNotAdmitted(RawRequest request) {
    long before = site.invocations();
    Optional<RawResponse> answer = answer(request);
    assertEquals(before + 1, site.invocations(), () -> "a servlet was invoked: " + answer);
    answer.ifPresent(one -> assertTrue(one.status() >= 400, one::toString));
    return answer;
  }

  private Optional<RawResponse> answer(RawRequest request) {
    try {
      return Optional.of(new Http2Client(site.port()).send(request));
    } catch (UncheckedIOException resetByTheServer) {
      return Optional.empty();
    }
  }
}

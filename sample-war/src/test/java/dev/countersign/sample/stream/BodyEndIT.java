package dev.countersign.sample.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.stream.EndingCall.End;
import dev.countersign.sample.wire.RawResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code bodyMode=stream}, and callers who end the connection with the last byte of the body or
 * before it: the application is told of the end of a whole body once, and never of another's.
 */
@ExtendWith(Sites.Extension.class)
class BodyEndIT {

  private static final int MOST_RACES = 200;
  private static final int LENGTH = 8192;
  private static final String WHOLE = "1 ends, 0 failures, finished: true";
  private static final String BROKEN = "0 ends, 1 failures, finished: false";
  private static final String NOTHING = "0 ends, 0 failures, finished: false";

  private final Site site;
  private final SpoolFiles files;
  private final Site plain;
  private final String server;
  private final Map<EndingCall, String> ended = new LinkedHashMap<>();

  BodyEndIT(Sites sites) {
    site = sites.of(SiteKind.STREAMING);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
    plain = sites.of(SiteKind.STREAMING_PLAIN);
    server = sites.server().name();
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
    FilterThreads.awaitNone();
    // Nor is anybody told once more.
    ended.forEach((call, told) -> assertEquals(told, call.summary(), call::toString));
  }

  private void assertTold(String expected, EndingCall call) {
    String told = call.ending();
    assertEquals(expected, told, () -> call + " was told " + call.told());
    ended.put(call, told);
  }

  static List<EndingRow> rows() {
    return EndingRow.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedRightAfterTheLastByte_isTheEnd_once(EndingRow row) throws IOException {
    EndingCall call = row.call(site);
    Optional<RawResponse> answer = call.send(End.HALF_CLOSE);
    if (UnsteadyEnds.name(server, row) && call.ending().equals(BROKEN)) {
      ended.put(call, BROKEN);
      assertSoWithoutTheFilter(row, (without, ignored) -> without.ending().contains("1 failures"));
      return;
    }
    assertTold(WHOLE, call);
    assertEquals(row.length(), call.told().path("bytes").asInt());
    assertAnsweredUnlessTheServerNeverDoes(row, answer);
    answer.ifPresent(
        one -> {
          assertEquals(200, one.status(), one::toString);
          assertEquals(call.told().path("sha256"), one.json().path("sha256"));
        });
  }

  private void assertAnsweredUnlessTheServerNeverDoes(EndingRow row, Optional<RawResponse> answer)
      throws IOException {
    if (answer.isEmpty()) {
      assertSoWithoutTheFilter(row, (call, without) -> without.isEmpty());
    }
  }

  /**
   * The same body to the same servlet without the filter fares so now and then: which of the
   * server's threads is faster decides.
   */
  private void assertSoWithoutTheFilter(
      EndingRow row, BiPredicate<EndingCall, Optional<RawResponse>> expected) throws IOException {
    boolean seen = false;
    for (int attempt = 0; attempt < MOST_RACES && !seen; attempt++) {
      EndingCall call = row.call(plain);
      seen = expected.test(call, call.send(End.HALF_CLOSE));
    }
    assertTrue(seen, () -> "only with the filter it ends so: " + row);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedBehindAnotherBody_isNoEnd(EndingRow row) throws IOException {
    for (int position : new int[] {0, row.length() - 1}) {
      byte[] other = row.body();
      other[position]++;
      EndingCall call = row.call(site).withBody(other);
      Optional<RawResponse> answer = call.send(End.HALF_CLOSE);
      assertTold(BROKEN, call);
      String expected = row.way().equals("listener") ? "500 -" : "401 body-mismatch";
      assertAnsweredUnlessTheServerNeverDoes(row, answer);
      answer.ifPresent(one -> assertEquals(expected, one.status() + " " + one.code()));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedBeforeTheLastByte_isNoEnd(EndingRow row) throws IOException {
    for (int missing : row.missing()) {
      EndingCall call = row.call(site).without(missing);
      Optional<RawResponse> answer = call.send(End.HALF_CLOSE);
      assertTold(BROKEN, call);
      answer.ifPresent(one -> assertTrue(one.status() >= 400, one::toString));
    }
  }

  /** A server need not call a servlet for so little; then nobody is told anything. */
  @ParameterizedTest(name = "{0}, {1} bytes came")
  @CsvFileSource(resources = "/stream/begun.csv", delimiter = ';', maxCharsPerColumn = 200)
  void halfClosedBeforeTheFirstByte_isNoEnd(String framing, int came, String uncalledBy)
      throws IOException {
    for (String way : List.of("listener", "waiting")) {
      EndingRow row = new EndingRow(way, LENGTH, framing.equals("chunks"), false);
      EndingCall call = row.call(site).withOnly(came);
      if (!server.startsWith(uncalledBy)) {
        call.send(End.HALF_CLOSE);
        assertTold(BROKEN, call);
        continue;
      }
      for (EndingCall each : List.of(call, row.call(plain).withOnly(came))) {
        assertEquals(Optional.empty(), each.send(End.HALF_CLOSE), each::toString);
        assertFalse(each.hasBegun(), each::toString);
        ended.put(each, NOTHING);
      }
    }
  }

  /** Where the servlet has not begun, a reset may come before the head. */
  @ParameterizedTest
  @MethodSource("rows")
  void resetBeforeTheLastByte_isNoEnd(EndingRow row) throws IOException {
    EndingRow begun = new EndingRow(row.way(), row.length(), row.chunked(), true);
    for (int missing : row.missing()) {
      EndingCall call = begun.call(site).without(missing);
      call.send(End.RESET);
      assertTold(BROKEN, call);
    }
  }

  /** Of all that was signed not one byte may come, or all but one. */
  @ParameterizedTest
  @MethodSource("rows")
  void streamOfHttp2ResetBeforeItsEnd_isNoEnd(EndingRow row) throws IOException {
    for (int missing : new int[] {1, row.length()}) {
      EndingCall call = row.call(site).without(missing);
      call.giveUpOverHttp2();
      assertTold(BROKEN, call);
    }
  }
}

package dev.countersign.sample.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.stream.EndingCall.End;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code bodyMode=stream}, and callers who end the connection with the last byte of the body or
 * before it: the application is told of the end of a whole body once, and never of another's.
 */
@ExtendWith(Sites.Extension.class)
class BodyEndIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MOST_RACES = 20;
  private static final String FILTER = "dev.countersign.filter.";
  private static final String WHOLE = "1 ends, 0 failures, finished: true";
  private static final String BROKEN = "0 ends, 1 failures, finished: false";

  /** Around what the filter withholds, and some of its buffers long. */
  private static final List<Integer> LENGTHS = List.of(1, 8192, 8193, 100_000);

  private final Site site;
  private final SpoolFiles files;
  private final Site plain;
  private final Map<EndingCall, String> ended = new LinkedHashMap<>();

  BodyEndIT(Sites sites) {
    site = sites.of(SiteKind.STREAMING);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
    plain = sites.of(SiteKind.STREAMING_PLAIN);
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
    Eventually.equal(PATIENCE, "threads in the filter", 0L, BodyEndIT::threadsInTheFilter);
    // Nor is anybody told once more.
    ended.forEach((call, told) -> assertEquals(told, call.summary(), call::toString));
  }

  private void assertTold(String expected, EndingCall call) {
    String told = call.ending();
    assertEquals(expected, told, () -> call + " was told " + call.told());
    ended.put(call, told);
  }

  /** One body, and how it comes. */
  record Row(String way, int length, boolean chunked, boolean pause) {

    static List<Row> all() {
      List<Row> rows = new ArrayList<>();
      for (int length : LENGTHS) {
        for (int form = 0; form < 8; form++) {
          String way = (form & 1) == 0 ? "listener" : "waiting";
          rows.add(new Row(way, length, (form & 2) != 0, (form & 4) != 0));
        }
      }
      return rows;
    }

    EndingCall call(Site site) {
      return EndingCall.of(site, way, body(), chunked, pause);
    }

    byte[] body() {
      byte[] body = new byte[length];
      Arrays.fill(body, (byte) 'b');
      return body;
    }

    /** How many bytes may be missing at the end, so that the body is not whole. */
    List<Integer> missing() {
      // Chunks end with a line, and all of them with "0" and two lines.
      int end = chunked ? "..0....".length() : 0;
      List<Integer> some = new ArrayList<>(chunked ? List.of(end - 2, end - 1, end) : List.of(1));
      if (length > 1) {
        some.addAll(List.of(end + 1, end + length / 2));
      }
      return some;
    }
  }

  static List<Row> rows() {
    return Row.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedRightAfterTheLastByte_isTheEnd_once(Row row) throws IOException {
    EndingCall call = row.call(site);
    Optional<RawResponse> answer = call.send(End.HALF_CLOSE);
    assertTold(WHOLE, call);
    assertEquals(row.length(), call.told().path("bytes").asInt());
    assertAnsweredUnlessTheServerNeverDoes(row, answer);
    answer.ifPresent(
        one -> {
          assertEquals(200, one.status(), one::toString);
          assertEquals(call.told().path("sha256"), one.json().path("sha256"));
        });
  }

  /**
   * The same body to the same servlet without the filter, which a server may leave without an
   * answer as well: which of its threads is faster decides.
   */
  private void assertAnsweredUnlessTheServerNeverDoes(Row row, Optional<RawResponse> answer)
      throws IOException {
    boolean explained = answer.isPresent();
    for (int attempt = 0; attempt < MOST_RACES && !explained; attempt++) {
      explained = row.call(plain).send(End.HALF_CLOSE).isEmpty();
    }
    assertTrue(explained, "only the filter leaves it without an answer");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedBehindAnotherBody_isNoEnd(Row row) throws IOException {
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
  void halfClosedBeforeTheLastByte_isNoEnd(Row row) throws IOException {
    for (int missing : row.missing()) {
      EndingCall call = row.call(site).without(missing);
      Optional<RawResponse> answer = call.send(End.HALF_CLOSE);
      assertTold(BROKEN, call);
      answer.ifPresent(one -> assertTrue(one.status() >= 400, one::toString));
    }
  }

  /** Where the servlet has not begun, a reset may come before the head. */
  @ParameterizedTest
  @MethodSource("rows")
  void resetBeforeTheLastByte_isNoEnd(Row row) throws IOException {
    Row begun = new Row(row.way(), row.length(), row.chunked(), true);
    for (int missing : row.missing()) {
      EndingCall call = begun.call(site).without(missing);
      call.send(End.RESET);
      assertTold(BROKEN, call);
    }
  }

  /** Of all that was signed not one byte may come, or all but one. */
  @ParameterizedTest
  @MethodSource("rows")
  void streamOfHttp2ResetBeforeItsEnd_isNoEnd(Row row) throws IOException {
    for (int missing : new int[] {1, row.length()}) {
      EndingCall call = row.call(site).without(missing);
      call.giveUpOverHttp2();
      assertTold(BROKEN, call);
    }
  }

  private static long threadsInTheFilter() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(FILTER)))
        .count();
  }
}

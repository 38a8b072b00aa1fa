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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same callers in {@code bodyMode=spool}, where every body goes to a file: the servlet runs for
 * a whole body only, and no file stays.
 */
@ExtendWith(Sites.Extension.class)
class SpooledEndIT {

  private final Site site;
  private final SpoolFiles files;
  private final List<EndingCall> broken = new ArrayList<>();

  SpooledEndIT(Sites sites) {
    site = sites.of(SiteKind.SPOOLING);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
    FilterThreads.awaitNone();
    broken.forEach(call -> assertFalse(call.hasBegun(), call::toString));
  }

  private EndingCall broken(EndingCall call) {
    broken.add(call);
    return call;
  }

  static List<EndingRow> rows() {
    return EndingRow.all().stream().filter(row -> !row.pause()).toList();
  }

  /** Of which half may come, and be in a file. */
  static List<EndingRow> halves() {
    return EndingRow.all().stream().filter(row -> row.pause() && row.length() > 1).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedRightAfterTheLastByte_isReadWhole(EndingRow row) throws IOException {
    EndingCall call = row.call(site);
    call.send(End.HALF_CLOSE);
    assertEquals("1 ends, 0 failures, finished: true", call.ending(), call::toString);
    assertEquals(row.length(), call.told().path("bytes").asInt());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedBehindAnotherBody_isSeenByNoServlet(EndingRow row) throws IOException {
    byte[] other = row.body();
    other[row.length() - 1]++;
    Optional<RawResponse> answer = broken(row.call(site).withBody(other)).send(End.HALF_CLOSE);
    answer.ifPresent(
        one -> assertEquals("401 body-mismatch", one.status() + " " + one.code(), one::toString));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void halfClosedBeforeTheLastByte_isSeenByNoServlet(EndingRow row) throws IOException {
    for (int missing : row.missing()) {
      Optional<RawResponse> answer = broken(row.call(site).without(missing)).send(End.HALF_CLOSE);
      answer.ifPresent(one -> assertTrue(one.status() >= 400, one::toString));
    }
  }

  @ParameterizedTest
  @MethodSource("halves")
  void resetBeforeTheLastByte_isSeenByNoServlet(EndingRow row) throws IOException {
    for (int missing : row.missing()) {
      broken(row.call(site).without(missing)).send(End.RESET, files::awaitSome);
      files.awaitNone();
    }
  }

  @ParameterizedTest
  @MethodSource("halves")
  void streamOfHttp2ResetBeforeItsEnd_isSeenByNoServlet(EndingRow row) throws IOException {
    broken(row.call(site).without(1)).giveUpOverHttp2(files::awaitSome);
  }
}

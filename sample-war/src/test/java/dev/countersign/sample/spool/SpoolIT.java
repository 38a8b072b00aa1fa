package dev.countersign.sample.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.WireSigner;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a request ends, nothing of its body stays behind. */
@ExtendWith(Sites.Extension.class)
class SpoolIT {

  private static final int BODY_BYTES = 90_000;
  private static final int LIMIT_BYTES = 100 * 1024;

  private final Site site;
  private final SpoolFiles files;

  SpoolIT(Sites sites) {
    site = sites.of(SiteKind.SPOOLING);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
  }

  @ParameterizedTest(name = "{0} is answered {1}")
  @CsvSource({
    "stream, 200",
    "unread, 200",
    "parameters, 200",
    "listener, 200",
    "async, 200",
    "async-dispatch, 200",
    "async-timeout, 500",
    "forward, 200",
    "include, 200",
    "fail-before, 500",
    "fail-after, 500",
    "send-error, 409"
  })
  void wayToEnd_leavesNothing(String way, int status) {
    RawResponse answer = site.send(site.signed(upload(way)));
    assertEquals(status, answer.status(), answer::toString);
  }

  @Test
  void otherBodyThanSigned_leavesNothing() {
    RawRequest signed = site.signed(upload("stream"));
    byte[] other = signed.body().clone();
    other[BODY_BYTES - 1]++;
    site.assertRefused(401, "body-mismatch", signed.body(other));
  }

  @Test
  void bodyOverTheLimit_leavesNothing() {
    byte[] large = new byte[LIMIT_BYTES + 1];
    site.assertRefused(413, "too-large", site.signed(upload("stream").body(large)));
    site.assertRefused(413, "too-large", site.signed(upload("stream").body(large).inChunks()));
  }

  @Test
  void bodyAtTheLimit_isAdmitted() {
    byte[] most = new byte[LIMIT_BYTES];
    site.assertAdmitted(site.signed(upload("stream").body(most)));
    site.assertAdmitted(site.signed(upload("stream").body(most).inChunks()));
  }

  @Test
  void connectionResetInTheBody_leavesNothing() throws Exception {
    long before = site.invocations();
    RawRequest signed = site.signed(upload("stream"));
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(signed.head());
      socket.getOutputStream().write(signed.body(), 0, BODY_BYTES / 2);
      assertTrue(SpoolFiles.openFilesAreShown(), "a system that shows open files");
      files.awaitSome();
      // Closed with a reset instead of an orderly end.
      socket.setSoLinger(true, 0);
    }
    files.awaitNone();
    assertEquals(before + 1, site.invocations());
  }

  private RawRequest upload(String way) {
    byte[] body = new byte[BODY_BYTES];
    Arrays.fill(body, (byte) 'a');
    return site.request("POST", "/echo/via/" + way)
        .set("Content-Type", "application/octet-stream")
        .add("X-Test", WireSigner.nonce())
        .body(body);
  }
}

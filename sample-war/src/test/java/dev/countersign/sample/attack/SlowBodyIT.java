package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A body that does not come on is not waited for. */
@ExtendWith(Sites.Extension.class)
class SlowBodyIT {
  private static final int LENGTH = 60;

  private final Site site;

  SlowBodyIT(Sites sites) {
    site = sites.of(SiteKind.IMPATIENT);
  }

  /** One byte each half second would take thirty seconds; two are allowed. */
  @Test
  void trickledBody_isRefusedBeforeItsEnd() throws IOException {
    RawRequest signed =
        site.signed(site.request("POST", "/echo/a").body("text/plain", "a".repeat(LENGTH)));
    long before = site.invocations();
    int sent = 0;
    try (Socket socket = site.client().open()) {
      socket.getOutputStream().write(signed.head());
      while (sent < LENGTH && socket.getInputStream().available() == 0) {
        socket.getOutputStream().write('a');
        sent++;
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
      RawResponse answer = RawResponse.read(socket.getInputStream(), false);
      assertTrue(answer.status() == 408 || answer.status() == 400, answer::toString);
    } catch (EOFException closedWithoutAnAnswer) {
      assertTrue(sent > 0);
    }
    assertTrue(sent < LENGTH, "all was taken");
    assertEquals(before + 1, site.invocations());
  }
}

package dev.countersign.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.spool.SpoolFiles;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More bodies at once than there is room for, and bodies that are given up on their way. */
@ExtendWith(Sites.Extension.class)
class CrampedIT {

  private static final int LARGE = 1 << 20;
  private static final int ROOM_FOR = 3;
  private static final int ABORTS = 40;
  private static final int KEPT_BACK = 10_000;

  private final Site site;
  private final SpoolFiles files;

  CrampedIT(Sites sites) {
    site = sites.of(SiteKind.CRAMPED);
    files = new SpoolFiles(site.directory().resolve("spool").toAbsolutePath());
  }

  @AfterEach
  void nothingIsLeft() {
    files.awaitNone();
  }

  @Test
  void bodyWithoutRoom_isUnavailable_andEarlierOnesGoOn() throws Exception {
    List<Upload> earlier = new ArrayList<>();
    try {
      for (int i = 0; i < ROOM_FOR; i++) {
        earlier.add(new Upload(LARGE));
        earlier.get(i).send(LARGE - KEPT_BACK);
      }
      RawRequest one = site.request("POST", "/echo/via/stream").body(new byte[LARGE]);
      // Before that, another one would take the room of those that are to be the earlier ones.
      files.awaitBytes((LARGE - KEPT_BACK) * (long) ROOM_FOR);
      RawResponse refused = site.refused(site.signed(one));
      assertEquals("503 unavailable", refused.status() + " " + refused.code());
      assertTrue(Integer.parseInt(refused.headers().get("Retry-After")) > 0);
      for (Upload each : earlier) {
        each.send(LARGE);
        RawResponse answer = each.answer();
        assertEquals(200, answer.status(), answer::toString);
        assertEquals(LARGE, answer.json().path("body").path("length").asInt());
      }
      files.awaitNone();
      site.assertAdmitted(site.signed(one));
    } finally {
      for (Upload each : earlier) {
        each.close();
      }
    }
  }

  @Test
  void uploadsGivenUpAnywhere_leaveNothing_andTakeNoRoom() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < ABORTS; i++) {
      try (Upload upload = new Upload(LARGE)) {
        upload.send(random.nextInt(LARGE));
        upload.breakOff(i % 2 == 0);
      }
    }
    files.awaitNone();
    RawRequest one = site.request("POST", "/echo/via/stream").body(new byte[LARGE]);
    site.assertAdmitted(site.signed(one));
  }

  /** A signed request on its way. */
  private final class Upload implements AutoCloseable {

    private final Socket socket = site.client().open();
    private final byte[] body;
    private int sent;

    Upload(int length) throws IOException {
      body = new byte[length];
      RawRequest request = site.request("POST", "/echo/via/stream").body(body);
      socket.getOutputStream().write(site.signed(request).head());
    }

    /** Sends on, so that so much of the body has been sent. */
    void send(int until) throws IOException {
      socket.getOutputStream().write(body, sent, until - sent);
      sent = until;
    }

    RawResponse answer() throws IOException {
      return RawResponse.read(socket.getInputStream(), false);
    }

    /** Closes it with a reset, or says in good order that nothing more comes. */
    void breakOff(boolean reset) throws IOException {
      if (reset) {
        socket.setSoLinger(true, 0);
      } else {
        socket.shutdownOutput();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

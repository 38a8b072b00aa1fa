package dev.countersign.sample.attack;

import dev.countersign.sample.load.SlowCallers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callers who let their bodies trickle hold no thread of any server for longer than a body may
 * take. A thread that is held shows by what it runs, whatever the server calls it.
 */
@ExtendWith(Sites.Extension.class)
class SlowCallersIT {

  private static final int CALLERS = 20;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String FILTER = "dev.countersign.filter.AccessFilter";

  private final Site site;

  SlowCallersIT(Sites sites) {
    site = sites.of(SiteKind.IMPATIENT);
  }

  @Test
  void signedBodiesThatTrickle_holdNoThreadAfterTheTimeout() throws IOException {
    // The first look-up of a key waits for others, and must not be what is refused.
    honestCallIsAdmitted();
    try (SlowCallers callers = SlowCallers.start(site.client(), CALLERS, PAUSE, this::head)) {
      Eventually.within(PATIENCE, "a thread is held", () -> threadsHeld() > 0);
      Eventually.equal(PATIENCE, "callers cut off", CALLERS, callers::cutOff);
      Eventually.equal(PATIENCE, "threads held", 0L, SlowCallersIT::threadsHeld);
      honestCallIsAdmitted();
    }
  }

  private void honestCallIsAdmitted() {
    site.assertAdmitted(site.signed(site.request("POST", "/echo/a").body("text/plain", "honest")));
  }

  private byte[] head() {
    RawRequest head = LargeUpload.of(1 << 20).head(site.request("POST", "/echo/a"));
    return site.signed(head).head();
  }

  private static long threadsHeld() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack -> Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(FILTER)))
        .count();
  }
}

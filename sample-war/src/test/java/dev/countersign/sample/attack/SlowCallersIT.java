package dev.countersign.sample.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.sample.load.SlowCallers;
import dev.countersign.sample.server.Site;
import dev.countersign.sample.server.SiteKind;
import dev.countersign.sample.server.Sites;
import dev.countersign.sample.wire.Application;
import dev.countersign.sample.wire.LargeUpload;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import dev.countersign.sample.wire.TencentSigner;
import dev.countersign.sample.wire.WireSigner;
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
  private static final int STRANGERS = 200;

  /** Half of what the patient site reads of strangers. */
  private static final int READ_FOR_ONE_KEY = 2;

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String FILTER = "dev.countersign.filter.AccessFilter";

  private final Sites sites;
  private Site site;

  SlowCallersIT(Sites sites) {
    this.sites = sites;
  }

  @Test
  void signedBodiesThatTrickle_holdNoThreadAfterTheTimeout() throws IOException {
    site = sites.of(SiteKind.IMPATIENT);
    // The first look-up of a key waits for others, and must not be what is refused.
    honestCallIsAdmitted();
    try (SlowCallers callers = SlowCallers.start(site.client(), CALLERS, PAUSE, this::head)) {
      Eventually.within(PATIENCE, "a thread is held", () -> threadsHeld() > 0);
      Eventually.equal(PATIENCE, "callers cut off", CALLERS, callers::cutOff);
      Eventually.equal(PATIENCE, "threads held", 0L, SlowCallersIT::threadsHeld);
      honestCallIsAdmitted();
    }
  }

  /**
   * An app key is no secret. Under a scheme that signs the body itself, bodies are read before the
   * signature is proved, for as long as they may take.
   */
  @Test
  void strangersBodiesUnderAKnownKey_holdFewThreads_andHonestCallsAreAnswered() throws IOException {
    site = sites.of(SiteKind.PATIENT);
    Application known = site.application("every-scheme");
    site.assertAdmitted(bodySigned(known));
    honestCallIsAdmitted();
    byte[] head = strangersHead(known.withSecret("not-the-secret-of-anybody"));
    try (SlowCallers callers = SlowCallers.start(site.client(), STRANGERS, PAUSE, () -> head)) {
      Eventually.equal(
          PATIENCE, "strangers cut off", STRANGERS - READ_FOR_ONE_KEY, callers::cutOff);
      assertEquals(READ_FOR_ONE_KEY, threadsHeld());
      honestCallIsAdmitted();
      RawResponse crowdedOut = site.send(bodySigned(known));
      assertEquals(503, crowdedOut.status(), crowdedOut::toString);
      assertTrue(Integer.parseInt(crowdedOut.headers().get("Retry-After")) > 0);
      Eventually.equal(
          PATIENCE, "threads held", (long) READ_FOR_ONE_KEY, SlowCallersIT::threadsHeld);
    }
    Eventually.equal(PATIENCE, "threads held", 0L, SlowCallersIT::threadsHeld);
    site.assertAdmitted(bodySigned(known));
  }

  private RawRequest bodySigned(Application application) {
    return TencentSigner.usual()
        .sign(site.request("POST", "/echo/a").body("text/plain", WireSigner.nonce()), application);
  }

  private byte[] strangersHead(Application stranger) {
    return bodySigned(stranger).set("Content-Length", Integer.toString(1 << 20)).head();
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

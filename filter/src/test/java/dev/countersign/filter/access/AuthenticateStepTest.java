package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.signing.Secret;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Schemes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every failing request costs the same two HMACs, so that time does not tell why it failed. */
class AuthenticateStepTest {

  private static final Secret OTHER = Secret.ofText("another secret, long enough");

  private static int macsOfAFailure(Optional<Credential> known) throws Exception {
    Arrival call = Gates.goodCall();
    PresentedSignature read = Schemes.countersign1().read(call.signable());
    AtomicInteger macs = new AtomicInteger();
    PresentedSignature counted =
        new PresentedSignature(
            read.scheme(),
            read.appKey(),
            read.signedAt(),
            read.replay(),
            read.environment(),
            read.tag(),
            secret -> {
              macs.incrementAndGet();
              return read.key().apply(secret);
            },
            read.coverage());
    Coverage.DeclaredDigest coverage = (Coverage.DeclaredDigest) read.coverage();
    assertThrows(
        Rejection.class,
        () ->
            new AuthenticateStep(key -> known)
                .authenticate(
                    new Attempt(call, TestBody.EMPTY, Gates.NOW),
                    counted,
                    List.of(coverage.canonicalRequest())));
    return macs.get();
  }

  @Test
  void unknownKey_costsTwoMacs() throws Exception {
    assertEquals(2, macsOfAFailure(Optional.empty()));
  }

  @Test
  void wrongSecret_costsTwoMacs() throws Exception {
    assertEquals(2, macsOfAFailure(Optional.of(Gates.credential(true, Gates.live(OTHER)))));
  }

  @Test
  void wrongSecretDuringAnOverlap_costsTwoMacs() throws Exception {
    assertEquals(
        2,
        macsOfAFailure(Optional.of(Gates.credential(true, Gates.live(OTHER), Gates.live(OTHER)))));
  }

  @Test
  void applicationWithoutALiveSecret_costsTwoMacs() throws Exception {
    assertEquals(2, macsOfAFailure(Optional.of(Gates.credential(true))));
  }
}

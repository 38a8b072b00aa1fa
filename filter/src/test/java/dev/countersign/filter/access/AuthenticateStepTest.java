package dev.countersign.filter.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.signing.Secret;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every failing request costs the same two HMACs, so that time does not tell why it failed. */
class AuthenticateStepTest {

  private static final Secret OTHER = Secret.ofText("another secret, long enough");

  private static int macsOfAFailure(Optional<Credential> known) throws Exception {
    return macsOfAFailure(known, 1);
  }

  private static int macsOfAFailure(Optional<Credential> known, int texts) throws Exception {
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
                    Collections.nCopies(texts, coverage.canonicalRequest())));
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

  @Test
  void requestThatLeavesNoText_costsTwoMacs_andIsRefusedUnderTheRightSecretToo() throws Exception {
    assertEquals(2, macsOfAFailure(Optional.empty(), 0));
    assertEquals(
        2, macsOfAFailure(Optional.of(Gates.credential(true, Gates.live(Gates.SECRET))), 0));
  }

  @Test
  void eachFurtherText_costsTwoMacsMore_forAnUnknownKeyAsForAWrongSecret() throws Exception {
    assertEquals(6, macsOfAFailure(Optional.empty(), 3));
    assertEquals(6, macsOfAFailure(Optional.of(Gates.credential(true, Gates.live(OTHER))), 3));
  }
}

package dev.countersign.filter.access;

import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import java.time.Duration;
import java.time.Instant;

/**
 * Step 10, nonce: claimed once per application and scheme, after the signature is known good, so
 * that nobody without a secret can fill the store or burn another's nonce. It is kept past the end
 * of the window on the far side: a request signed as late as allowed must not outlive the memory of
 * it.
 */
final class NonceStep {

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final NonceStore nonces;
  private final Duration window;

  NonceStep(NonceStore nonces, Duration window) {
    this.nonces = nonces;
    this.window = window;
  }

  void claim(Admitted admitted, PresentedSignature presented) throws Rejection {
    Instant keepUntil = presented.signedAt().plus(window.multipliedBy(2)).plus(MARGIN);
    if (!(presented.replay() instanceof Replay.Nonce nonce)) {
      throw new Rejection(Reason.UNAVAILABLE, "this scheme needs a memory of signatures");
    }
    if (!nonces.claim(admitted.applicationId(), presented.scheme(), nonce.value(), keepUntil)) {
      throw new Rejection(Reason.REPLAYED, "the nonce was used before");
    }
  }
}

package dev.countersign.filter.access;

import dev.countersign.filter.access.NonceStore.Sighting;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Step 10, nonce: claimed once per application and scheme, after the signature is known good, so
 * that nobody without a secret can fill the store or burn another's nonce. It is kept past the end
 * of the window on the far side: a request signed as late as allowed must not outlive the memory of
 * it.
 *
 * <p>Where a scheme has no nonce under its MAC, or leaves something unsigned, the signature itself
 * is the mark: the first request that arrives with it fixes what it is for. An honest repeat of a
 * safe method passes; anything else that wears the same signature is a replay.
 */
final class NonceStep {

  private static final Duration MARGIN = Duration.ofSeconds(60);
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final NonceStore nonces;
  private final Windows windows;
  private final ReplayRule rule;

  NonceStep(NonceStore nonces, Windows windows, ReplayRule rule) {
    this.nonces = nonces;
    this.windows = windows;
    this.rule = rule;
  }

  void claim(Attempt attempt, Admitted admitted, PresentedSignature presented) throws Rejection {
    if (presented.replay() instanceof Replay.Nonce nonce) {
      refuseUnless(
          claim(admitted, presented, nonce.value(), "") == Sighting.FIRST,
          "the nonce was used before");
    } else if (rule == ReplayRule.SIGNATURE) {
      claimSignature(attempt, admitted, presented);
    }
  }

  private void claimSignature(Attempt attempt, Admitted admitted, PresentedSignature presented)
      throws Rejection {
    SignableRequest request = attempt.arrival().signable();
    boolean safe = SAFE_METHODS.contains(request.method());
    boolean nothingToGain = ((Replay.Signature) presented.replay()).everythingSigned();
    if (safe && nothingToGain) {
      return;
    }
    Sighting sighting =
        claim(admitted, presented, presented.tag().hex(), fingerprint(attempt, admitted));
    refuseUnless(
        sighting == Sighting.FIRST || (safe && sighting == Sighting.SAME),
        "the signature was used before, for "
            + (sighting == Sighting.SAME ? "this very request" : "another request"));
  }

  private Sighting claim(
      Admitted admitted, PresentedSignature presented, String mark, String request) {
    Duration window = windows.of(presented);
    Instant keepUntil = presented.lastInstant(window).plus(window).plus(MARGIN);
    return nonces.claim(admitted.applicationId(), presented.scheme(), mark, request, keepUntil);
  }

  /** No part can hold a line feed, so two different requests never share a fingerprint. */
  private static String fingerprint(Attempt attempt, Admitted admitted) {
    SignableRequest request = attempt.arrival().signable();
    return DigestUtils.sha256Hex(
        String.join(
            "\n",
            request.method(),
            request.authority(),
            request.path(),
            request.query(),
            admitted.environment(),
            String.join(",", request.headers().values("content-type")),
            attempt.bodyDigest().base64()));
  }

  private static void refuseUnless(boolean fresh, String explanation) throws Rejection {
    if (!fresh) {
      throw new Rejection(Reason.REPLAYED, explanation);
    }
  }
}

package dev.countersign.signing.scheme;

import java.time.Duration;
import java.time.Instant;

/** How long after its instant a signature may be used. Immutable and thread-safe. */
public sealed interface Lifetime {

  /** As long as the verifier's window says; the usual case. */
  record Window() implements Lifetime {
    @Override
    public Instant lastInstant(Instant signedAt, Duration window) {
      return signedAt.plus(window);
    }
  }

  /**
   * As long as the window says, and no longer than the signer says under the MAC.
   *
   * @param expires the last instant
   */
  record WindowUntil(Instant expires) implements Lifetime {
    @Override
    public Instant lastInstant(Instant signedAt, Duration window) {
      Instant end = signedAt.plus(window);
      return expires.isBefore(end) ? expires : end;
    }
  }

  /**
   * As long as the signer says under the MAC, whatever the window: for links that are handed on.
   *
   * @param expires the last instant
   */
  record Until(Instant expires) implements Lifetime {
    @Override
    public Instant lastInstant(Instant signedAt, Duration window) {
      return expires;
    }
  }

  /**
   * The last instant at which the signature is accepted; what recognises a repetition must be kept
   * for longer.
   *
   * @param signedAt the instant of signing
   * @param window the tolerated difference of clocks, not negative
   */
  Instant lastInstant(Instant signedAt, Duration window);
}

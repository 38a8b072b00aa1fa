package dev.countersign.signing.scheme;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request claims: nothing of it is proved. Immutable and thread-safe.
 *
 * @param scheme id of the scheme that read it
 * @param appKey whose signature it is said to be
 * @param signedAt the instant of signing, covered by the MAC
 * @param replay what a repetition is recognised by
 * @param environment the environment that the caller states under the signature; {@code null} where
 *     the scheme has no such statement
 * @param tag the MAC
 * @param key derives the scheme's HMAC key from the application's secret
 * @param coverage what the MAC covers
 * @param lifetime how long it may be used
 */
public record PresentedSignature(
    String scheme,
    AppKey appKey,
    Instant signedAt,
    Replay replay,
    @Nullable String environment,
    MacTag tag,
    Function<Secret, Hmac> key,
    Coverage coverage,
    Lifetime lifetime) {

  /** A signature that may be used as long as the verifier's window says. */
  public PresentedSignature(
      String scheme,
      AppKey appKey,
      Instant signedAt,
      Replay replay,
      @Nullable String environment,
      MacTag tag,
      Function<Secret, Hmac> key,
      Coverage coverage) {
    this(scheme, appKey, signedAt, replay, environment, tag, key, coverage, new Lifetime.Window());
  }

  /**
   * The last instant at which it is accepted.
   *
   * @param window the tolerated difference of clocks, not negative
   */
  public Instant lastInstant(Duration window) {
    return lifetime.lastInstant(signedAt, window);
  }

  /** Whether it was not signed in the future, and is not yet over; both with this tolerance. */
  public boolean isFresh(Instant now, Duration window) {
    return !now.isBefore(signedAt.minus(window)) && !now.isAfter(lastInstant(window));
  }

  /** Whether the MAC is that of the text under this secret; takes the same time either way. */
  public boolean isMadeWith(Secret secret, CanonicalRequest text) {
    return key.apply(secret).matches(text.bytes(), tag);
  }
}

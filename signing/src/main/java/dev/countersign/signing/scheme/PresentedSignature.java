package dev.countersign.signing.scheme;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
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
 */
public record PresentedSignature(
    String scheme,
    AppKey appKey,
    Instant signedAt,
    Replay replay,
    @Nullable String environment,
    MacTag tag,
    Function<Secret, Hmac> key,
    Coverage coverage) {

  /** Whether the MAC is that of the text under this secret; takes the same time either way. */
  public boolean isMadeWith(Secret secret, CanonicalRequest text) {
    return key.apply(secret).matches(text.bytes(), tag);
  }
}

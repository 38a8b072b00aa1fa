package dev.countersign.filter.access;

import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What one filter asks of its requests. Immutable and thread-safe.
 *
 * @param schemes those accepted, at least one
 * @param clockSkew how far the instant of signing may lie from now, both ways
 * @param foreignClockSkew the same for the schemes of other gateways
 * @param replay what repetitions of a signature without a nonce are told by
 * @param authorities the canonical authorities answered to; empty for any
 * @param environments how a request finds its environment
 * @param bindings the path prefixes that API groups are bound to
 * @param bodyLimit most bytes of a body
 */
public record AccessPolicy(
    List<SignatureScheme> schemes,
    Duration clockSkew,
    Duration foreignClockSkew,
    ReplayRule replay,
    Set<String> authorities,
    EnvironmentChoice environments,
    GroupBindings bindings,
    long bodyLimit) {

  /** Copies the collections. */
  public AccessPolicy {
    schemes = List.copyOf(schemes);
    authorities = Set.copyOf(authorities);
    if (schemes.isEmpty()) {
      throw new IllegalArgumentException("a filter accepts at least one scheme");
    }
  }
}

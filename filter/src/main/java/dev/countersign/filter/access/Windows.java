package dev.countersign.filter.access;

import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SignatureScheme;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How far the instant of signing may lie from now. Clients of other gateways rely on the wider
 * window that those gave.
 */
record Windows(Map<String, Duration> byScheme) {

  Windows {
    byScheme = Map.copyOf(byScheme);
  }

  static Windows of(AccessPolicy policy) {
    Map<String, Duration> windows = new HashMap<>();
    for (SignatureScheme scheme : policy.schemes()) {
      windows.put(scheme.id(), scheme.isForeign() ? policy.foreignClockSkew() : policy.clockSkew());
    }
    return new Windows(windows);
  }

  Duration of(PresentedSignature presented) {
    return Objects.requireNonNull(byScheme.get(presented.scheme()), "a scheme of this gate");
  }
}

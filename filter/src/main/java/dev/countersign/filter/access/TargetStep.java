package dev.countersign.filter.access;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Step 0, target: refuses what signer, filter and application could read in different ways. Nothing
 * is cleaned up.
 */
final class TargetStep {

  /**
   * An application or proxy that honours one of these would run another method than the one that
   * was granted.
   */
  private static final List<String> METHOD_OVERRIDES =
      List.of("x-http-method-override", "x-http-method", "x-method-override");

  /** An application that trusts one of these would believe a stranger's word about who calls. */
  private static final List<String> RESERVED =
      List.of("x-app-caller", "x-app-account", "x-app-roles", "x-app-grant");

  private final Set<String> authorities;

  TargetStep(Set<String> authorities) {
    this.authorities = authorities;
  }

  void check(Arrival arrival) throws Rejection {
    SignableRequest request = arrival.signable();
    RawTarget.check(request.path(), request.query());
    checkAuthority(request);
    checkHeaders(request.headers());
  }

  private void checkAuthority(SignableRequest request) throws Rejection {
    if (request.headers().values("host").size() > 1) {
      throw new Rejection(Reason.MALFORMED, "Host occurs more than once");
    }
    if (!authorities.isEmpty() && !authorities.contains(request.authority())) {
      throw new Rejection(
          Reason.MALFORMED,
          "this filter does not answer to the host that was called; see the setting authority");
    }
  }

  private static void checkHeaders(Headers headers) throws Rejection {
    for (String name : METHOD_OVERRIDES) {
      refuse(headers, name, "overrides the method");
    }
    for (String name : RESERVED) {
      refuse(headers, name, "is reserved");
    }
    for (String protocols : headers.values("upgrade")) {
      if (protocols.toLowerCase(Locale.ROOT).contains("websocket")) {
        throw new Rejection(Reason.MALFORMED, "a WebSocket cannot be signed message by message");
      }
    }
  }

  private static void refuse(Headers headers, String name, String why) throws Rejection {
    if (headers.contains(name)) {
      throw new Rejection(Reason.MALFORMED, "the header " + name + " " + why);
    }
  }
}

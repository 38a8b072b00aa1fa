package dev.countersign.console;

import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The token of somebody in a session, without which nothing is changed. A page of another site can
 * make a browser send a request with the session's cookie, but neither read the token nor set a
 * header of its own. Who logs in as somebody else in the same session has another token: a page
 * that was opened before must not act in the new name. Thread-safe.
 */
final class CsrfToken {

  /** The header that brings it. */
  static final String HEADER = "X-Countersign-Token";

  /** Of the session's attributes; the name of the principal follows. */
  private static final String ATTRIBUTE = "dev.countersign.console.token.";

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Hmac hmac;

  CsrfToken() {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    this.hmac = Hmac.of(Hmac.Algorithm.SHA256, key);
  }

  /** The principal's token in the session, which is begun if there is none. */
  String of(HttpServletRequest request, Principal principal) {
    HttpSession session = request.getSession();
    String attribute = attribute(principal);
    synchronized (this) {
      if (session.getAttribute(attribute) instanceof String present) {
        return present;
      }
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      session.setAttribute(attribute, token);
      return token;
    }
  }

  /**
   * @throws Refusal if the request comes from another site, or without the principal's token in its
   *     session
   */
  void check(HttpServletRequest request, Principal principal) throws Refusal {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      throw Refusal.forbidden("csrf", "the request comes from another site");
    }
    HttpSession session = request.getSession(false);
    Object expected = session == null ? null : session.getAttribute(attribute(principal));
    if (!(expected instanceof String token) || !isSame(token, request.getHeader(HEADER))) {
      throw Refusal.forbidden(
          "csrf", "a change needs the header " + HEADER + " with the csrfToken of GET session");
    }
  }

  private static String attribute(Principal principal) {
    return ATTRIBUTE + principal.getName();
  }

  /** Compared by MACs under a key that nobody knows, so that time tells nothing about the token. */
  private boolean isSame(String expected, @Nullable String presented) {
    if (presented == null) {
      return false;
    }
    byte[] mac = hmac.compute(presented.getBytes(StandardCharsets.UTF_8));
    return hmac.matches(expected.getBytes(StandardCharsets.UTF_8), MacTag.of(mac));
  }
}

package dev.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Authorization: Basic} says (RFC 7617).
 *
 * @param name empty if it cannot be read
 */
record BasicLogin(String name, String password) {

  private static final String SCHEME = "Basic ";
  private static final BasicLogin BROKEN = new BasicLogin("", "");

  /** {@code null} if the request brings none. */
  static @Nullable BasicLogin of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? BROKEN
          : new BasicLogin(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return BROKEN;
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "BasicLogin[" + name + "]";
  }
}

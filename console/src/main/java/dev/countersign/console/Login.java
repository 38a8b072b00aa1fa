package dev.countersign.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Has the container authenticate somebody whom {@code web.xml} let through unauthenticated. */
final class Login {

  private static final String BASIC = "Basic ";

  private Login() {}

  /**
   * For a page: the container's own login.
   *
   * @return {@code null} if the container has answered, or there is no login
   */
  static @Nullable Principal forPage(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() == null && !authenticated(request, response)) {
      return null;
    }
    return request.getUserPrincipal();
  }

  private static boolean authenticated(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      return request.authenticate(response);
    } catch (ServletException | IllegalStateException e) {
      return false;
    }
  }

  /**
   * For the REST interface: a login page would be no answer there. A program may send {@code
   * Authorization: Basic}, which the container's realm checks; no browser does so unless it was
   * asked to, which never happens here.
   *
   * @param beginsSession whether the login is to be remembered
   */
  static @Nullable Principal forRest(HttpServletRequest request, boolean beginsSession) {
    String header = request.getHeader("Authorization");
    if (request.getUserPrincipal() == null
        && header != null
        && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      login(request, header.substring(BASIC.length()).strip(), beginsSession);
    }
    return request.getUserPrincipal();
  }

  private static void login(HttpServletRequest request, String credentials, boolean beginsSession) {
    try {
      byte[] decoded = Base64.getDecoder().decode(credentials);
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon > 0) {
        String name = pair.substring(0, colon);
        request.login(name, pair.substring(colon + 1));
        if (beginsSession && request.getSession(false) == null) {
          // Once more, now that there is a session to remember it; strangers never begin one.
          request.logout();
          request.getSession();
          request.login(name, pair.substring(colon + 1));
        }
      }
    } catch (IllegalArgumentException | ServletException e) {
      // Whoever is not logged in now is told so by the caller of this.
      return;
    }
  }
}

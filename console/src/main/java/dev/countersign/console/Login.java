package dev.countersign.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Has the container authenticate somebody whom {@code web.xml} let through unauthenticated. */
final class Login {

  /** Of the session's attributes. */
  private static final String NAMES = "dev.countersign.console.names";

  private static final String MISMATCH =
      "the session of the cookie is another's than the Authorization header names: send one of them";

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
   * @throws Refusal if the session is somebody else's: containers believe its cookie and do not
   *     look at the header, and whoever names himself is not to act in another's name
   */
  static @Nullable Principal forRest(HttpServletRequest request, boolean beginsSession)
      throws Refusal {
    BasicLogin basic = BasicLogin.of(request);
    Principal present = request.getUserPrincipal();
    if (basic == null) {
      return present;
    }
    if (present == null) {
      login(request, basic, beginsSession);
    } else if (!isSame(request, basic, present)) {
      throw new Refusal(401, "login-mismatch", MISMATCH);
    }
    return request.getUserPrincipal();
  }

  private static boolean isSame(HttpServletRequest request, BasicLogin basic, Principal present) {
    HttpSession session = request.getSession(false);
    if (basic.name().equals(present.getName())) {
      return true;
    }
    if (session == null) {
      // No session to believe: a container that asks for Basic itself has looked at the header.
      return HttpServletRequest.BASIC_AUTH.equals(request.getAuthType());
    }
    return pair(basic, present).equals(session.getAttribute(NAMES));
  }

  /** Some realms call somebody otherwise than he does: the session knows both names. */
  static void remember(HttpServletRequest request, Principal principal) {
    BasicLogin basic = BasicLogin.of(request);
    HttpSession session = request.getSession(false);
    if (basic != null && session != null) {
      session.setAttribute(NAMES, pair(basic, principal));
    }
  }

  /** No name in Basic holds a colon. */
  private static String pair(BasicLogin basic, Principal principal) {
    return basic.name() + ":" + principal.getName();
  }

  private static void login(HttpServletRequest request, BasicLogin basic, boolean beginsSession) {
    if (basic.name().isEmpty()) {
      return;
    }
    try {
      request.login(basic.name(), basic.password());
      if (beginsSession && request.getSession(false) == null) {
        // Once more, now that there is a session to remember it; strangers never begin one.
        request.logout();
        request.getSession();
        request.login(basic.name(), basic.password());
      }
    } catch (IllegalArgumentException | ServletException e) {
      // Whoever is not logged in now is told so by the caller of this.
      return;
    }
  }
}

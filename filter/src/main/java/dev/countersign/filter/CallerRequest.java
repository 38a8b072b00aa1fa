package dev.countersign.filter;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of an admitted request: who calls, and nothing that the signature does not stand for.
 */
abstract class CallerRequest extends HttpServletRequestWrapper {

  static final String AUTH_TYPE = "Countersign";

  private static final String ANY_ROLE = "*";
  private static final String ANY_CALLER = "**";

  private final Caller caller;

  CallerRequest(HttpServletRequest request, Caller caller) {
    super(request);
    this.caller = caller;
  }

  final Caller caller() {
    return caller;
  }

  /** The request as the dispatch sees it that is under way. */
  final HttpServletRequest dispatched() {
    return (HttpServletRequest) getRequest();
  }

  @Override
  public boolean isTrailerFieldsReady() {
    return true;
  }

  /** Nothing signs trailers, so none are passed on. */
  @Override
  public Map<String, String> getTrailerFields() {
    return Map.of();
  }

  @Override
  public Principal getUserPrincipal() {
    return caller;
  }

  @Override
  public String getRemoteUser() {
    return caller.getName();
  }

  @Override
  public String getAuthType() {
    return AUTH_TYPE;
  }

  /**
   * {@code **} is, in the servlet specification, whoever is authenticated, and {@code *} nobody.
   */
  @Override
  public boolean isUserInRole(@Nullable String role) {
    if (role == null || role.equals(ANY_ROLE)) {
      return false;
    }
    return role.equals(ANY_CALLER) || caller.roles().contains(role);
  }

  @Override
  public boolean authenticate(HttpServletResponse ignored) {
    return true;
  }

  @Override
  public void login(String user, String password) throws ServletException {
    throw new ServletException("the signature has established the caller of this request");
  }

  @Override
  public void logout() throws ServletException {
    throw new ServletException(
        "the caller of this request is its signature's, for as long as it lasts");
  }

  /** What follows an upgrade would be neither signed nor checked. */
  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) throws ServletException {
    throw new ServletException("a signed request cannot become another protocol");
  }
}

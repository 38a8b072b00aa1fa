package dev.countersign.sample.inside;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A WAR's own logout, after which the session goes on. */
public final class LeavingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    request.logout();
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}

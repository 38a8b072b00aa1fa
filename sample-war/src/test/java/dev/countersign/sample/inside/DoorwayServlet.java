package dev.countersign.sample.inside;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stands outside of the filter's mapping and hands every request on to what is inside. It counts
 * nothing: what rises the count is what is inside.
 */
public final class DoorwayServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String INSIDE = "/echo/via/stream";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (String.valueOf(request.getPathInfo())) {
      case "/forward" -> request.getRequestDispatcher(INSIDE).forward(request, response);
      case "/include" -> request.getRequestDispatcher(INSIDE).include(request, response);
      case "/named" -> getServletContext().getNamedDispatcher("echo").forward(request, response);
      case "/async" -> {
        AsyncContext async = request.startAsync();
        async.dispatch(INSIDE);
      }
      // The error page of web.xml is inside.
      case "/error" -> response.sendError(409);
      default -> response.setStatus(204);
    }
  }
}

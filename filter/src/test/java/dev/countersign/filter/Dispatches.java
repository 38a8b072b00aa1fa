package dev.countersign.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet of a test that sends requests on to another. */
final class Dispatches {

  private Dispatches() {}

  /** Dispatches to the path in the query, in the way that the path of the servlet says. */
  static void run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String target = request.getQueryString();
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher(target).forward(request, response);
      case "/include" -> {
        response.getWriter().print("page ");
        request.getRequestDispatcher(target).include(request, response);
        response.getWriter().print(" end");
      }
      case "/async" -> request.startAsync().dispatch(target);
      case "/async-bare" -> {
        AsyncContext context = bare(request).startAsync();
        context.dispatch(target);
      }
      case "/error" -> response.sendError(418);
      case "/throw" -> throw new IllegalStateException("thrown by the application");
      default -> throw new IllegalArgumentException(request.getPathInfo());
    }
  }

  static ServletRequest bare(ServletRequest request) {
    ServletRequest bare = request;
    while (bare instanceof ServletRequestWrapper wrapper) {
      bare = wrapper.getRequest();
    }
    return bare;
  }
}

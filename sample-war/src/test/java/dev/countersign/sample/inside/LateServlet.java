package dev.countersign.sample.inside;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Says much of its answer, and some of it begins, before it has read the body. The path says how.
 */
public final class LateServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String way = String.valueOf(request.getPathInfo());
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setContentType("text/csv;charset=UTF-16");
    response.setLocale(Locale.GERMANY);
    response.setHeader("Content-Disposition", "attachment; filename=orders.csv");
    response.setHeader("Content-Encoding", "br");
    response.setHeader("ETag", "\"orders-17\"");
    response.setDateHeader("Last-Modified", 0);
    response.setHeader("Vary", "Cookie");
    response.setHeader("Strict-Transport-Security", "max-age=0");
    response.addHeader("X-Servlet", "was here");
    response.addCookie(new Cookie("basket", "full"));
    request.getSession();
    if (way.equals("/writer")) {
      response.getWriter().print("begun");
    } else if (way.equals("/stream")) {
      response.getOutputStream().print("begun");
    }
    request.getInputStream().readAllBytes();
  }
}

package dev.countersign.sample.echo;

import dev.countersign.sample.answer.Invocations;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Answers any method with what it saw. {@code /echo/via/<way>} chooses how it looks, see {@link
 * Way}, {@code /echo/via/<handling>/<reading>} combines, see {@link Handling}; {@code /echo/count}
 * answers how often the servlets of this WAR were invoked; every other path looks as the content
 * type suggests.
 */
public final class EchoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String VIA = "/via/";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    long invocation = Invocations.of(getServletContext()).countOne();
    String path = path(request);
    if (path.equals("/count")) {
      JsonAnswer.write(response, 200, Map.of("count", invocation));
    } else if (path.startsWith(VIA)) {
      Way.named(path.substring(VIA.length())).answer(request, response);
    } else {
      Way.suggestedBy(request).answer(request, response);
    }
  }

  /** An included servlet sees the path of the including one, and its own in an attribute. */
  private static String path(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
        ? String.valueOf(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO))
        : String.valueOf(request.getPathInfo());
  }
}

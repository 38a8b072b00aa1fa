package dev.countersign.sample.inside;

import dev.countersign.filter.Caller;
import dev.countersign.sample.answer.Invocations;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers any method with its own name, the APIs that it says are its own, and the API that was
 * decided on.
 */
public final class NamingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Invocations.of(getServletContext()).countOne();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("servlet", getServletName());
    answer.put("apis", List.of(getInitParameter("apis").split(" ", -1)));
    answer.put("path", path(request));
    answer.put("decided", Caller.of(request).map(Caller::operation).orElse("nothing"));
    JsonAnswer.write(response, 200, answer);
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }
}

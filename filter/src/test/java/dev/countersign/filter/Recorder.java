package dev.countersign.filter;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A servlet of a test that counts how often it runs. */
final class Recorder extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final AtomicInteger invocations = new AtomicInteger();

  interface Code {
    void run(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  Recorder(Code code) {
    this.code = code;
  }

  /** Answers with the name of the caller, or {@code nobody}. */
  static Recorder greeting() {
    return new Recorder(
        (request, response) ->
            response
                .getWriter()
                .print("hello " + Caller.of(request).map(Caller::application).orElse("nobody")));
  }

  int invocations() {
    return invocations.get();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    invocations.incrementAndGet();
    response.setCharacterEncoding("UTF-8");
    code.run(request, response);
  }
}

package dev.countersign.filter;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the name of the caller, in a WAR that is deployed from its descriptor. */
public final class GreetingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the container. */
  public GreetingServlet() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print("hello " + Caller.of(request).map(Caller::application).orElse("nobody"));
  }
}

package dev.countersign.sample.echo;

import dev.countersign.sample.answer.Digests;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ways that hand the request on, or fail. */
final class DispatchWays {

  private static final String TARGET = "/echo/via/stream?added=by-dispatch";

  private DispatchWays() {}

  static void forward(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    target(request).forward(request, response);
  }

  static void include(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    target(request).include(request, response);
  }

  static void failBeforeReading(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    throw new ServletException("told to fail before reading");
  }

  static void failAfterReading(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    throw new ServletException(
        "told to fail after reading " + Digests.of(request.getInputStream()).length() + " bytes");
  }

  /** Ends in the error page of {@code web.xml}, which is this servlet again. */
  static void sendError(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_CONFLICT, "told to send an error");
  }

  private static RequestDispatcher target(HttpServletRequest request) {
    return request.getRequestDispatcher(TARGET);
  }
}

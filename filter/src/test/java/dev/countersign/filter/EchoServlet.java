package dev.countersign.filter;

import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Does with its request what the request's {@code X-Do} header says, step by step, and answers what
 * it saw.
 */
public class EchoServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    EchoScript.of(request, response).run();
  }

  /** Configured by annotation. */
  @MultipartConfig(maxFileSize = 50_000, maxRequestSize = 200_000, fileSizeThreshold = 100)
  public static final class Annotated extends EchoServlet {
    private static final long serialVersionUID = 1L;
  }
}

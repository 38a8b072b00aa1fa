package dev.countersign.filter;

import dev.countersign.filter.access.Admissions;
import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.body.BodyLimits;
import dev.countersign.filter.body.LimitedBody;
import dev.countersign.filter.body.Limits;
import dev.countersign.filter.body.SpoolArea;
import dev.countersign.signing.ContentDigest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;

/**
 * Only what the body needs of the real filter: the body is proved against the digest in {@code
 * X-Digest}, then wrapped.
 */
public final class WrappingFilter extends HttpFilter {

  static final String AREA = "test.area";

  private static final long serialVersionUID = 1L;
  private static final String ADMITTED = "test.admitted";
  private static final String CALLER = "dev.countersign.caller";

  private transient SpoolArea area;
  private transient BodyLimits limits;
  private transient MultipartRules multipart;

  @Override
  public void init() throws ServletException {
    File temporary = (File) getServletContext().getAttribute("jakarta.servlet.context.tempdir");
    Limits built =
        Limits.in(temporary.toPath().resolve("spool"))
            .memory(64 << 10)
            .body(4 << 20)
            .counts(200, 20);
    boolean streaming = getFilterConfig().getInitParameter("bodyMode").equals("stream");
    limits = (streaming ? built.streaming() : built).build();
    multipart = MultipartRules.of(getServletContext());
    try {
      area = SpoolArea.open(limits);
    } catch (IOException e) {
      throw new ServletException(e);
    }
    getServletContext().setAttribute(AREA, area);
  }

  @Override
  public void destroy() {
    try {
      area.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    AuthenticatedRequest known = (AuthenticatedRequest) request.getAttribute(ADMITTED);
    if (known != null) {
      known.beforeChain();
      chain.doFilter(isWrapped(request) ? request : known, response);
      known.afterChain();
      return;
    }
    LimitedBody body =
        area.body(request::getInputStream, request.getContentLengthLong(), System::nanoTime);
    BodyEnd end = new BodyEnd(body, request, response);
    try {
      body.prove(
          ContentDigest.parse(request.getHeader("X-Digest")).orElseThrow(), WrappingFilter::late);
      Caller caller = new Caller(Admissions.of("app-1", "reader"));
      AuthenticatedRequest admitted =
          new AuthenticatedRequest(request, response, caller, body, end, limits, multipart);
      request.setAttribute(ADMITTED, admitted);
      request.setAttribute(CALLER, caller);
      chain.doFilter(admitted, response);
      admitted.afterChain();
    } catch (BodyException e) {
      response.setStatus(e.reason().status());
    } finally {
      end.afterRequest();
    }
  }

  /** All bodies are as they were signed, unless the request was meant to break. */
  private static void late(BodyException failed) {
    System.getLogger(WrappingFilter.class.getName())
        .log(System.Logger.Level.WARNING, "late: " + failed.getMessage());
  }

  private static boolean isWrapped(ServletRequest request) {
    ServletRequest current = request;
    while (current instanceof ServletRequestWrapper wrapper
        && !(current instanceof AuthenticatedRequest)) {
      current = wrapper.getRequest();
    }
    return current instanceof AuthenticatedRequest;
  }
}

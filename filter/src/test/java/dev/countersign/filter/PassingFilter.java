package dev.countersign.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter of a test: it wraps requests, and reads a parameter of those that ask for it. */
public final class PassingFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** For the container. */
  public PassingFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader("X-Read-In-Front") != null) {
      request.getParameter("field");
    }
    chain.doFilter(new HttpServletRequestWrapper(request), response);
  }
}

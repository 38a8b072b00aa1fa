package dev.countersign.sample.inside;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Stands beside the access filter and wraps request and response, as many filters of WARs do. */
public final class NeighbourFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!response.isCommitted()) {
      response.addHeader("X-Neighbour", getFilterName() + " " + request.getDispatcherType());
    }
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getHeader(String name) {
            return name.equalsIgnoreCase("X-From-" + getFilterName())
                ? getFilterName()
                : super.getHeader(name);
          }
        },
        new HttpServletResponseWrapper(response));
  }
}

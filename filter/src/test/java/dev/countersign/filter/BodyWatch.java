package dev.countersign.filter;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A filter that counts how often another one opens the stream of a body, which it has to do before
 * it can read any byte.
 */
record BodyWatch(Filter filter, AtomicInteger opened) implements Filter {

  @Override
  public void init(FilterConfig config) throws ServletException {
    filter.init(config);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest watched =
        new HttpServletRequestWrapper((HttpServletRequest) request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            opened.incrementAndGet();
            return super.getInputStream();
          }
        };
    filter.doFilter(watched, response, chain);
  }

  @Override
  public void destroy() {
    filter.destroy();
  }
}

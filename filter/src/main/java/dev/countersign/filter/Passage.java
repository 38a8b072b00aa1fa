package dev.countersign.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * The way into the application, for one dispatch of one request. It remembers whether it was taken,
 * because what is thrown afterwards belongs to the application and what is thrown before is ours.
 * One thread only.
 */
final class Passage {

  private final FilterChain chain;
  private boolean taken;

  Passage(FilterChain chain) {
    this.chain = chain;
  }

  boolean isTaken() {
    return taken;
  }

  /** Lets the request in. */
  void take(ServletRequest request, ServletResponse response) throws IOException, ServletException {
    taken = true;
    chain.doFilter(request, response);
  }

  /** Another way into the same application. */
  Passage instead(FilterChain other) {
    return new Passage(
        (request, response) -> {
          taken = true;
          other.doFilter(request, response);
        });
  }
}

package dev.countersign.filter;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What {@link AccessFilter} asks of everything behind it. Knows only JDK and servlet types, so that
 * the filter can be linked when everything behind it cannot. Thread-safe.
 */
interface Door extends AutoCloseable {

  /** Lets one dispatch of a request in, or refuses it. */
  void enter(HttpServletRequest request, HttpServletResponse response, Passage passage)
      throws IOException, ServletException;

  /** Gives everything back; a second call does nothing. */
  @Override
  void close();
}

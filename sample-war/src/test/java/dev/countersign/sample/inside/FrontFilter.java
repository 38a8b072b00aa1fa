package dev.countersign.sample.inside;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands in front of the access filter and sets what browsers need in every answer. */
public final class FrontFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example");
    response.setHeader("Strict-Transport-Security", "max-age=600");
    response.addHeader("Vary", "Origin");
    response.addHeader("Vary", "Accept");
    response.addCookie(new Cookie("front", "1"));
    if ("session".equals(request.getQueryString())) {
      request.getSession();
    }
    chain.doFilter(request, response);
  }
}

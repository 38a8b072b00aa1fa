package dev.countersign.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Has a WAR's own login pages tell browsers what the console tells them: in nobody's frame, nothing
 * from other hosts, nothing inline, kept by nobody. A page that asks for a password is worth
 * framing. Containers forward to these pages, so it is mapped to {@code REQUEST} and {@code
 * FORWARD}.
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>login-pages</filter-name>
 *   <filter-class>dev.countersign.console.LoginPageFilter</filter-class>
 * </filter>
 * <filter-mapping>
 *   <filter-name>login-pages</filter-name>
 *   <url-pattern>/login/*</url-pattern>
 *   <dispatcher>REQUEST</dispatcher>
 *   <dispatcher>FORWARD</dispatcher>
 * </filter-mapping>
 * }</pre>
 *
 * <p>It takes no settings, refuses nothing and never throws of its own. Links only JDK and servlet
 * types. Thread-safe.
 */
public final class LoginPageFilter implements Filter {

  /** For the container. */
  public LoginPageFilter() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse page) {
      SecurityHeaders.set(page);
    }
    chain.doFilter(request, response);
  }
}

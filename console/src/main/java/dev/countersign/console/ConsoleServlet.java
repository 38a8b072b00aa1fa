package dev.countersign.console;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The console: a page and a REST interface for managing accounts, applications, APIs and grants.
 * Installed by lines in {@code web.xml}, mapped to a path such as {@code /console/*}; it uses the
 * WAR's one store, as the access filter does.
 *
 * <pre>{@code
 * <servlet>
 *   <servlet-name>console</servlet-name>
 *   <servlet-class>dev.countersign.console.ConsoleServlet</servlet-class>
 * </servlet>
 * <servlet-mapping>
 *   <servlet-name>console</servlet-name>
 *   <url-pattern>/console/*</url-pattern>
 * </servlet-mapping>
 * }</pre>
 *
 * <p><b>Who may.</b> The container authenticates. Role {@code countersign-admin} is an operator,
 * role {@code countersign-account} acts for one account: that of the principal's name, unless the
 * init-param {@code accounts} names another. Everybody else is refused, whatever {@code web.xml}
 * says, and so is every request that an access filter admitted: an application is no person.
 *
 * <p><b>When something is wrong</b>, every request is answered 503 and the log says why. {@link
 * #init()} never throws. Links only JDK and servlet types, so that it loads when other jars do not.
 * Thread-safe.
 */
public final class ConsoleServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ConsoleServlet.class.getName());
  private static final byte[] UNAVAILABLE =
      ("{\"type\":\"urn:countersign:problem:unavailable\",\"title\":\"The console is not available\","
              + "\"status\":503,\"code\":\"unavailable\",\"detail\":\"The log of the server says why.\"}")
          .getBytes(StandardCharsets.US_ASCII);

  private transient volatile @Nullable Entrance entrance;

  /** For the container. */
  public ConsoleServlet() {}

  /** Opens what is behind it; never throws. */
  @Override
  public void init(ServletConfig config) {
    try {
      super.init(config);
      entrance = ConsoleEntrance.open(config);
    } catch (Throwable fault) {
      log(Level.ERROR, "The console cannot start; every request is answered 503", fault);
    }
  }

  /**
   * Answers the request.
   *
   * @throws IOException because the caller went away
   */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Entrance open = entrance;
    if (open == null) {
      unavailable(response);
      return;
    }
    try {
      open.serve(request, response);
    } catch (IOException gone) {
      throw gone;
    } catch (Throwable fault) {
      log(Level.ERROR, "The console failed on a request, which is answered 503", fault);
      unavailable(response);
    }
  }

  private static void unavailable(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    SecurityHeaders.set(response);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/problem+json");
    response.setContentLength(UNAVAILABLE.length);
    response.getOutputStream().write(UNAVAILABLE);
  }

  /** Closes everything; requests that still come are answered 503. */
  @Override
  public void destroy() {
    Entrance open = entrance;
    entrance = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (Throwable fault) {
      log(Level.WARNING, "The console could not close everything", fault);
    }
  }

  private static void log(Level level, String message, Throwable thrown) {
    try {
      LOG.log(level, message, thrown);
    } catch (Throwable silent) {
      thrown.addSuppressed(silent);
    }
  }
}

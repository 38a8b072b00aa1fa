package dev.countersign.console;

import dev.countersign.console.rest.Answer;
import dev.countersign.console.rest.Call;
import dev.countersign.console.rest.Problems;
import dev.countersign.console.rest.Rest;
import dev.countersign.filter.SharedStores;
import dev.countersign.filter.StoreLink;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.ManagementUnavailableException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Set;

/** Lets people in, and hands their requests to the page or to the REST interface. Thread-safe. */
final class ConsoleEntrance implements Entrance {

  private static final String REST = "/api/v1";
  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final String NO_LOGIN_PAGE =
      "nobody is logged in, and this server shows its login only where web.xml has a"
          + " security-constraint";

  private static final Answer NOT_FOUND = Problems.answer(404, "unknown", "there is nothing here");
  private static final Answer UNAVAILABLE =
      Problems.answer(503, "unavailable", "the database does not answer: try again");

  private static final Answer MISCONFIGURED =
      Problems.answer(503, "unavailable", "the console is not set up rightly: the log says why");

  private final StoreLink<Management> link;
  private final Visitor visitor;
  private final StaticFiles files;
  private final CsrfToken token = new CsrfToken();

  private ConsoleEntrance(StoreLink<Management> link, Visitor visitor, StaticFiles files) {
    this.link = link;
    this.visitor = visitor;
    this.files = files;
  }

  /**
   * @throws dev.countersign.filter.access.SettingsException if a setting or a file is at fault
   */
  static Entrance open(ServletConfig config) {
    Visitor visitor = new Visitor(ConsoleSettings.read(config));
    StaticFiles files = StaticFiles.load();
    StoreLink<Management> link =
        new StoreLink<>(
            "console",
            () -> SharedStores.open(config.getServletContext(), InstantSource.system()),
            Management::of);
    link.get();
    return new ConsoleEntrance(link, visitor, files);
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SecurityHeaders.set(response);
    String root = request.getContextPath() + request.getServletPath() + REST;
    if (link.isFaulty()) {
      HttpAnswers.write(request, response, MISCONFIGURED, root);
      return;
    }
    try {
      if (request.getDispatcherType() != DispatcherType.REQUEST) {
        throw Refusal.forbidden("dispatched", "the console answers requests, not dispatches");
      }
      Visitor.refuseCallers(request);
      String path = request.getPathInfo() == null ? "" : request.getPathInfo();
      if (path.equals(REST) || path.startsWith(REST + "/")) {
        Answer answer = rest(request, path.substring(REST.length()));
        HttpAnswers.write(request, response, answer, root);
      } else {
        page(request, response, path);
      }
    } catch (Refusal refusal) {
      HttpAnswers.write(request, response, refusal.answer(), root);
    }
  }

  private Answer rest(HttpServletRequest request, String path) throws IOException, Refusal {
    Principal principal = Login.forRest(request, path.equals("/session"));
    if (principal == null) {
      throw new Refusal(401, "login-missing", "nobody is logged in");
    }
    Visitor.requireRole(request);
    if (!SAFE.contains(request.getMethod())) {
      token.check(request, principal);
    }
    Management management = link.get();
    if (management == null) {
      return UNAVAILABLE;
    }
    try {
      Call call = HttpCalls.read(request, path, visitor.actor(request, principal, management));
      return session(request, principal, call, Rest.over(management).answer(call));
    } catch (ManagementUnavailableException e) {
      return UNAVAILABLE;
    }
  }

  /** What only a web server knows of a session: its token, and how to end it. */
  private Answer session(
      HttpServletRequest request, Principal principal, Call call, Answer answer) {
    if (!call.path().equals("/session") || !answer.isSuccess()) {
      return answer;
    }
    if (call.method().equals("DELETE")) {
      logout(request);
      return answer;
    }
    String told = token.of(request, principal);
    Login.remember(request, principal);
    return Sessions.withToken(answer, told);
  }

  private static void logout(HttpServletRequest request) {
    try {
      request.logout();
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    } finally {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
  }

  private void page(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException, Refusal {
    if (!SAFE.contains(request.getMethod())) {
      throw new Refusal(405, "method-not-allowed", "a page is read");
    }
    if (path.isEmpty()) {
      // Before the login, whose page would look for its style sheet beside the wrong folder.
      HttpAnswers.toFolder(request, response);
      return;
    }
    if (Login.forPage(request, response) == null) {
      if (!response.isCommitted() && response.getStatus() == HttpServletResponse.SC_OK) {
        // Jetty's answer to authenticate() is no login page, whatever its login-config says.
        throw new Refusal(401, "login-missing", NO_LOGIN_PAGE);
      }
      return;
    }
    Visitor.requireRole(request);
    StaticFile file = files.find(path);
    if (file == null) {
      HttpAnswers.write(request, response, NOT_FOUND, "");
    } else {
      HttpAnswers.file(request, response, file);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}

package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * What is left to do with a request, and what was seen so far; it goes along through every
 * dispatch.
 */
final class EchoScript {

  private static final String ATTRIBUTE = EchoScript.class.getName();

  private final Deque<String> steps = new ArrayDeque<>();
  private final StringBuilder seen = new StringBuilder();
  private HttpServletRequest request;
  private HttpServletResponse response;
  private boolean answered;

  static EchoScript of(HttpServletRequest request, HttpServletResponse response) {
    EchoScript script = (EchoScript) request.getAttribute(ATTRIBUTE);
    if (script == null) {
      script = new EchoScript();
      Collections.addAll(script.steps, request.getHeader("X-Do").split(" "));
      request.setAttribute(ATTRIBUTE, script);
    }
    script.request = request;
    script.response = response;
    return script;
  }

  /** Goes on until another thread or dispatch takes over; this one looks at nothing after that. */
  void run() throws IOException {
    boolean mine = true;
    while (mine && !steps.isEmpty()) {
      String step = steps.remove();
      note("== " + step);
      mine = attempt(step);
    }
    if (mine && !answered) {
      answered = true;
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(seen.toString().getBytes(UTF_8));
    }
  }

  void note(Object line) {
    seen.append(line).append('\n');
  }

  private boolean attempt(String step) throws IOException {
    try {
      return step(step);
    } catch (IllegalStateException e) {
      note("IllegalStateException");
    } catch (ServletException e) {
      note("ServletException");
    } catch (IOException e) {
      note("IOException");
    }
    return true;
  }

  /** Whether the next step is still this thread's. */
  private boolean step(String step) throws IOException, ServletException {
    String[] parts = step.split("=", 2);
    switch (parts[0]) {
      case "forward" -> request.getRequestDispatcher(parts[1]).forward(request, response);
      case "dispatch" -> request.startAsync().dispatch(parts[1]);
      case "worker" -> worker(request.startAsync());
      case "timeout" -> request.startAsync().setTimeout(Long.parseLong(parts[1]));
      case "listen" ->
          EchoListener.register(request, this, Integer.parseInt(parts[1]), this::finish);
      case "listenDispatch" ->
          EchoListener.register(request, this, 100, context -> context.dispatch(parts[1]));
      case "listenLater" -> {
        AsyncContext context = request.startAsync();
        context.start(() -> EchoListener.attach(context, this, 100, this::finish));
      }
      default -> {
        stay(step, parts);
        return true;
      }
    }
    return false;
  }

  private void stay(String step, String[] parts) throws IOException, ServletException {
    switch (parts[0]) {
      case "include" -> request.getRequestDispatcher(parts[1]).include(request, response);
      case "listenWithoutAsync" ->
          request.getInputStream().setReadListener(new EchoListener(null, this, 1, context -> {}));
      default -> EchoSteps.run(step, request, this);
    }
  }

  /**
   * What is thrown after completion stays in its thread: Tomcat would note it on the request
   * object, which may be another request's by then.
   */
  private void worker(AsyncContext context) {
    context.start(
        () -> {
          try {
            finish(context);
          } catch (ArithmeticException onPurpose) {
            seen.setLength(0);
          }
        });
  }

  private void finish(AsyncContext context) {
    try {
      run();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      context.complete();
    }
  }
}

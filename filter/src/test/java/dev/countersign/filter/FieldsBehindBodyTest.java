package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server may make headers of what comes behind a body, as GlassFish does; here a filter in front
 * does.
 */
class FieldsBehindBodyTest {

  private static final String BODY = "x".repeat(20_000);

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "spool, X-App-Caller",
    "spool, X-Any",
    "spool, Content-Type",
    "stream, X-App-Caller",
    "stream, X-Any",
    "stream, Content-Type"
  })
  void headerThatComesWithTheEndOfTheBody_isMalformed(String mode, String name) throws Exception {
    StreamedReads servlet = new StreamedReads();
    Recorder recorder = new Recorder(servlet::run);
    try (TestWar war = started(mode, name, recorder)) {
      Answer answer = call().chunked().signedBy(TestApp.ALICE).send(war);
      assertEquals("400 malformed", answer.status() + " " + answer.code());
      assertEquals(mode.equals("stream") ? 1 : 0, recorder.invocations());
      assertEquals(mode.equals("stream") ? "UnprovedBodyException" : "", servlet.thrown());
      servlet.forget();
      Answer other = call().signedBy(TestApp.ALICE).send(war);
      assertEquals("200 20000", other.status() + " " + other.text(), "a body of a known length");
    }
  }

  private static Call call() {
    return Call.of("POST", "/shop/echo/read").header("Content-Type", "text/plain").body(BODY);
  }

  private static TestWar started(String mode, String name, Recorder recorder) {
    return TestWar.war()
        .setting("bodyMode", mode)
        .stores(new TestStores())
        .servlet("/echo/*", recorder)
        .filter(new Front(name))
        .start();
  }

  /** The access filter, which is shown other requests than came. */
  private record Front(String name, AccessFilter inside) implements Filter {

    Front(String name) {
      this(name, new AccessFilter());
    }

    @Override
    public void init(FilterConfig config) {
      inside.init(config);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      inside.doFilter(new Merging((HttpServletRequest) request, name), response, chain);
    }

    @Override
    public void destroy() {
      inside.destroy();
    }
  }

  /** Has one more header as soon as the body has been read. */
  private static final class Merging extends HttpServletRequestWrapper {

    private final String name;

    Merging(HttpServletRequest request, String name) {
      super(request);
      this.name = name;
    }

    private boolean isOver() {
      try {
        return isChunked() && getInputStream().isFinished();
      } catch (IOException e) {
        return false;
      }
    }

    private boolean isChunked() {
      return super.getHeader("Transfer-Encoding") != null;
    }

    @Override
    public Enumeration<String> getHeaders(String asked) {
      List<String> values = Collections.list(super.getHeaders(asked));
      if (asked.equalsIgnoreCase(name) && isOver()) {
        values.add("from behind");
      }
      return Collections.enumeration(values);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      List<String> names = Collections.list(super.getHeaderNames());
      if (isOver() && !names.contains(name)) {
        names.add(name);
      }
      return Collections.enumeration(names);
    }
  }
}

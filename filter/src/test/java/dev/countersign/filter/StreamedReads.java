package dev.countersign.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;

/** A servlet that reads in the way its path names, answers how much, and remembers what it saw. */
final class StreamedReads {

  private volatile int seen = -1;
  private volatile String thrown = "";

  void forget() {
    seen = -1;
    thrown = "";
  }

  /** How many bytes the servlet was given; -1 when it has not run. */
  int seen() {
    return seen;
  }

  /** The class of what it met while reading. */
  String thrown() {
    return thrown;
  }

  void run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    seen = 0;
    String way = request.getPathInfo().substring(1);
    if (way.equals("listen")) {
      AsyncContext async = request.startAsync();
      request.getInputStream().setReadListener(new Listening(async, request.getInputStream()));
    } else if (way.startsWith("worker")) {
      AsyncContext async = request.startAsync();
      async.start(() -> work(async, way.equals("worker") ? "read" : "unread"));
    } else {
      answer(way, request, response);
    }
  }

  private void work(AsyncContext async, String way) {
    try {
      answer(
          way, (HttpServletRequest) async.getRequest(), (HttpServletResponse) async.getResponse());
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    } finally {
      async.complete();
    }
  }

  private void answer(String way, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      read(way, request);
    } catch (IOException | ServletException | RuntimeException e) {
      thrown = e.getClass().getSimpleName();
      if (!way.equals("catch")) {
        throw e;
      }
    }
    response.getWriter().print(thrown.isEmpty() ? Integer.toString(seen) : thrown);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void read(String way, HttpServletRequest request) throws IOException, ServletException {
    switch (way) {
      case "read", "catch" -> {
        byte[] some = new byte[1000];
        InputStream in = request.getInputStream();
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          seen += read;
        }
      }
      case "bytes" -> {
        InputStream in = request.getInputStream();
        while (in.read() >= 0) {
          seen++;
        }
      }
      case "lines" -> {
        byte[] line = new byte[700];
        ServletInputStream in = request.getInputStream();
        for (int read = in.readLine(line, 0, 700); read >= 0; read = in.readLine(line, 0, 700)) {
          seen += read;
        }
      }
      case "reader" -> {
        Reader reader = request.getReader();
        while (reader.read() >= 0) {
          seen++;
        }
      }
      case "some" -> seen = request.getInputStream().readNBytes(100).length;
      case "close" -> request.getInputStream().close();
      case "params" -> seen = request.getParameterMap().size();
      case "parts" -> seen = request.getParts().size();
      default -> {}
    }
  }

  private final class Listening implements ReadListener {

    private final AsyncContext async;
    private final ServletInputStream in;

    Listening(AsyncContext async, ServletInputStream in) {
      this.async = async;
      this.in = in;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void onDataAvailable() throws IOException {
      byte[] some = new byte[1000];
      while (in.isReady()) {
        seen += in.read(some);
      }
    }

    @Override
    public void onAllDataRead() {
      end(200, Integer.toString(seen));
    }

    @Override
    public void onError(Throwable failure) {
      end(500, failure.getClass().getSimpleName());
    }

    private void end(int status, String text) {
      try {
        ((HttpServletResponse) async.getResponse()).setStatus(status);
        async.getResponse().getWriter().print(text);
        async.complete();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

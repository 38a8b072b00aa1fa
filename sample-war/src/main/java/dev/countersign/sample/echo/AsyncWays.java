package dev.countersign.sample.echo;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Ways that go on after the servlet returned. */
final class AsyncWays {

  private static final long SHORT_MILLIS = 300;

  private AsyncWays() {}

  /** Reads as the container calls back. */
  static void listener(HttpServletRequest request, HttpServletResponse response) {
    listen(request.startAsync(), ListeningReader::answer);
  }

  /** The same in any thread, with another end. */
  static void listen(AsyncContext async, ListeningReader.End end) {
    try {
      HttpServletRequest request = (HttpServletRequest) async.getRequest();
      Sight sight = Sight.of(request);
      request
          .getInputStream()
          .setReadListener(new ListeningReader(async, request.getInputStream(), sight, end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads in another thread, then completes. */
  static void complete(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.start(() -> readAndComplete(async, BodyWays.named("stream")));
  }

  /** What fails in a thread of the application's own is answered by the application. */
  static void readAndComplete(AsyncContext async, Way way) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      way.answer((HttpServletRequest) async.getRequest(), response);
    } catch (IOException | ServletException | RuntimeException e) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } finally {
      async.complete();
    }
  }

  /** Comes back to this servlet on another path. */
  static void dispatch(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync().dispatch("/echo/via/stream");
  }

  /** Is never completed; the container gives up and answers. */
  static void timeout(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync().setTimeout(SHORT_MILLIS);
  }
}

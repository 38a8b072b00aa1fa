package dev.countersign.sample.echo;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Ways that go on after the servlet returned. */
final class AsyncWays {

  private static final long SHORT_MILLIS = 300;

  private AsyncWays() {}

  /** Reads as the container calls back. */
  static void listener(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Sight sight = Sight.of(request);
    AsyncContext async = request.startAsync();
    request
        .getInputStream()
        .setReadListener(new ListeningReader(async, request.getInputStream(), sight));
  }

  /** Reads in another thread, then completes. */
  static void complete(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.start(
        () -> {
          try {
            BodyWays.stream(
                (HttpServletRequest) async.getRequest(), (HttpServletResponse) async.getResponse());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            async.complete();
          }
        });
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

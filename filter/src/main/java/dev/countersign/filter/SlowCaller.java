package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.body.ArrivingBody;
import dev.countersign.filter.body.LimitedBody;
import dev.countersign.filter.body.UnprovedBodyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A caller whose body took longer than it may, or comes while too many are waited for. He is
 * answered and then cut off: on HTTP/1.1 a container would otherwise wait for the rest of his bytes
 * for as long as he likes to send them. On HTTP/2 no thread waits for them.
 */
final class SlowCaller {

  private SlowCaller() {}

  /** Whether a body was given up because it took too long. */
  static boolean has(LimitedBody body) {
    ArrivingBody arriving = body.arriving();
    return arriving != null
        && arriving.failure() instanceof UnprovedBodyException unproved
        && unproved.reason() == Reason.BODY_TIMEOUT;
  }

  /** Completes the answer and has the container close the connection. */
  static void abandon(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!HttpVersion.is1(request)) {
      return;
    }
    try {
      response.getOutputStream().close();
    } catch (IllegalStateException writerInUse) {
      response.getWriter().close();
    }
    throw new AbandonedConnectionException(
        "the body is not waited for; the connection is closed behind the answer");
  }
}

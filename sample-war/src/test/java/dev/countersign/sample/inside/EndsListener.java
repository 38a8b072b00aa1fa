package dev.countersign.sample.inside;

import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads as the specification shows it, and notes what it is told. */
record EndsListener(AsyncContext async, ServletInputStream in, ToldOfBody body)
    implements ReadListener {

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[1024];
    while (in.isReady()) {
      int n = in.read(buffer);
      if (n < 0) {
        return;
      }
      body.bytes(buffer, n, in.isFinished());
    }
  }

  @Override
  public void onAllDataRead() {
    body.ended();
    try {
      JsonAnswer.write((HttpServletResponse) async.getResponse(), 200, body.soFar());
      async.complete();
    } catch (IOException | RuntimeException gone) {
      // Whether the caller is still there to be answered is another matter than his body.
      body.unanswered(gone);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.failed(failure, in.isFinished());
    ((HttpServletResponse) async.getResponse()).setStatus(500);
    async.complete();
  }
}

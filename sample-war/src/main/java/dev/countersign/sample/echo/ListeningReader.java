package dev.countersign.sample.echo;

import dev.countersign.sample.answer.Digests;
import dev.countersign.sample.answer.JsonAnswer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads a body when the container says that there is some. */
final class ListeningReader implements ReadListener {

  private final AsyncContext async;
  private final ServletInputStream in;
  private final Sight sight;
  private final Digests digests = new Digests();
  private final byte[] buffer = new byte[1024];

  ListeningReader(AsyncContext async, ServletInputStream in, Sight sight) {
    this.async = async;
    this.in = in;
    this.sight = sight;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (in.isReady()) {
      int n = in.read(buffer);
      if (n < 0) {
        return;
      }
      digests.add(buffer, n);
    }
  }

  @Override
  public void onAllDataRead() throws IOException {
    sight.body(digests.summary());
    JsonAnswer.write((HttpServletResponse) async.getResponse(), 200, sight.withParameters());
    async.complete();
  }

  @Override
  public void onError(Throwable failure) {
    ((HttpServletResponse) async.getResponse()).setStatus(500);
    async.complete();
  }
}

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
  private final End end;
  private final Digests digests = new Digests();
  private final byte[] buffer = new byte[1024];

  /** What comes when all was read. */
  @FunctionalInterface
  interface End {
    void reached(AsyncContext async, Sight sight) throws IOException;
  }

  ListeningReader(AsyncContext async, ServletInputStream in, Sight sight, End end) {
    this.async = async;
    this.in = in;
    this.sight = sight;
    this.end = end;
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
    end.reached(async, sight.withParameters());
  }

  /** The usual end. */
  static void answer(AsyncContext async, Sight sight) throws IOException {
    JsonAnswer.write((HttpServletResponse) async.getResponse(), 200, sight);
    async.complete();
  }

  @Override
  public void onError(Throwable failure) {
    ((HttpServletResponse) async.getResponse()).setStatus(500);
    async.complete();
  }
}

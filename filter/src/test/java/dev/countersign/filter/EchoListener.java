package dev.countersign.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads a body as the servlet specification shows it, and notices when two callbacks overlap. */
final class EchoListener implements ReadListener {

  private final ServletInputStream in;
  private final EchoScript script;
  private final int chunk;
  private final Runnable next;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicInteger running = new AtomicInteger();

  EchoListener(AsyncContext context, EchoScript script, int chunk, Consumer<AsyncContext> next)
      throws IOException {
    this.in = context == null ? null : context.getRequest().getInputStream();
    this.script = script;
    this.chunk = chunk;
    this.next = () -> next.accept(context);
  }

  static void register(
      HttpServletRequest request, EchoScript script, int chunk, Consumer<AsyncContext> next)
      throws IOException {
    AsyncContext context = request.startAsync();
    attach(context, script, chunk, next);
    // A callback inside of setReadListener would have come before this line.
    script.note("registered");
  }

  static void attach(
      AsyncContext context, EchoScript script, int chunk, Consumer<AsyncContext> next) {
    try {
      EchoListener listener = new EchoListener(context, script, chunk, next);
      listener.in.setReadListener(listener);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    enter();
    byte[] buffer = new byte[chunk];
    while (in.isReady()) {
      int read = in.read(buffer);
      if (read < 0) {
        break;
      }
      bytes.write(buffer, 0, read);
    }
    running.decrementAndGet();
  }

  @Override
  public void onAllDataRead() {
    enter();
    script.note("all read " + in.isFinished() + " " + EchoSteps.digest(bytes.toByteArray()));
    running.decrementAndGet();
    next.run();
  }

  @Override
  public void onError(Throwable thrown) {
    script.note("error " + thrown);
    next.run();
  }

  private void enter() {
    if (running.incrementAndGet() != 1) {
      script.note("callbacks overlap");
    }
  }
}

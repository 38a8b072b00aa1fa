package dev.countersign.filter;

import dev.countersign.filter.body.ArrivingBody;
import dev.countersign.filter.body.Spool;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body as the stream of a request while it still arrives and is not yet proved. */
final class ArrivingInputStream extends ServletInputStream implements ListenedStream {

  private static final int BUFFER = 8192;

  private final ArrivingBody body;
  private final ServletInputStream container;
  private final ReadEvents events;

  /**
   * When all is in its buffer and not yet read (GlassFish). Others are believed: what Tomcat has
   * behind the end is the next request.
   */
  private final boolean endIsToldEarly;

  private final byte[] one = new byte[1];
  private volatile boolean driven;
  private volatile boolean closed;
  private volatile @Nullable VerifiedInputStream taken;

  ArrivingInputStream(
      ArrivingBody body, ServletInputStream container, ReadEvents events, boolean endIsToldEarly) {
    this.body = body;
    this.container = container;
    this.events = events;
    this.endIsToldEarly = endIsToldEarly;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, to.length);
    if (closed) {
      throw new IOException("the stream was closed");
    }
    VerifiedInputStream all = taken;
    if (all != null) {
      return all.read(to, offset, count);
    }
    return count == 0 ? 0 : readArriving(to, offset, count);
  }

  private int readArriving(byte[] to, int offset, int count) throws IOException {
    if (driven && !body.isFinished() && body.failure() == null && !hasData()) {
      throw new IllegalStateException("there is nothing to read; ask isReady() first");
    }
    int read = body.read(to, offset, count);
    if (body.isFinished()) {
      events.wake();
    }
    return read;
  }

  /** Reads what is left and gives it to nobody, so that the whole is proved. */
  void proveRest() throws IOException {
    if (taken != null) {
      return;
    }
    byte[] rest = new byte[BUFFER];
    while (body.read(rest, 0, rest.length) >= 0) {
      // Only the end is of interest.
    }
  }

  /** Keeps what is left, proved, to be read from here on. */
  void takeFromContainer(Spool kept) throws IOException {
    if (taken == null) {
      byte[] rest = new byte[BUFFER];
      for (int read = body.read(rest, 0, BUFFER); read >= 0; read = body.read(rest, 0, BUFFER)) {
        UnreadableFormException.keep(kept, rest, read);
      }
      taken = new VerifiedInputStream(kept.open(0, kept.length()), kept.length(), events);
    }
  }

  /** What is withheld does not count. */
  @Override
  public int available() throws IOException {
    VerifiedInputStream all = taken;
    return all != null ? all.available() : body.available(container.available());
  }

  /** As in containers, there is nothing more to read then. */
  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isFinished() {
    VerifiedInputStream all = taken;
    return all != null ? all.isFinished() : body.isFinished();
  }

  @Override
  public boolean isReady() {
    if (!events.hasListener()) {
      return true;
    }
    VerifiedInputStream all = taken;
    if (all != null) {
      return all.isReady();
    }
    // Before the container is asked: from then on it may tell of more at any moment.
    events.want(true);
    if (hasData()) {
      events.want(false);
      return true;
    }
    if (body.isFinished() || body.failure() != null) {
      events.wake();
    }
    return false;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    VerifiedInputStream all = taken;
    events.register(listener, all != null ? all : this);
  }

  @Override
  public boolean hasData() {
    return body.receiveWhile(container::isReady);
  }

  @Override
  public @Nullable Throwable failure() {
    return body.failure();
  }

  @Override
  public boolean isDriven() {
    return driven;
  }

  /** A container that has given all it had would never call. */
  @Override
  public void listen() {
    Relay relay = new Relay();
    body.listen(relay);
    if (relay.isAtEnd()) {
      body.sourceEnded();
    } else {
      driven = true;
      container.setReadListener(relay);
    }
  }

  /** Hears from the container what happens to its own stream. */
  private final class Relay implements ReadListener, ArrivingBody.Listened {

    @Override
    public boolean hasMore() {
      try {
        return container.available() > 0;
      } catch (IOException | RuntimeException gone) {
        return false;
      }
    }

    @Override
    public boolean isAtEnd() {
      return container.isFinished() && !(endIsToldEarly && hasMore());
    }

    @Override
    public void onDataAvailable() {
      events.arrived();
    }

    @Override
    public void onAllDataRead() {
      if (!(endIsToldEarly && hasMore())) {
        body.sourceEnded();
      }
      events.arrived();
    }

    @Override
    public void onError(Throwable reported) {
      body.sourceFailed(reported);
      events.arrived();
    }
  }
}

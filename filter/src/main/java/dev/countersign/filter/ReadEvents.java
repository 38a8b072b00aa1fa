package dev.countersign.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a read listener what a container would: that there is data, once and again whenever there
 * was none in between, and that all was read. One call at a time, and none while the chain is still
 * running, for a container makes none either. Thread-safe.
 */
final class ReadEvents {

  private enum Event {
    DATA,
    END,
    FAILURE,
    NONE
  }

  private final ServletRequest request;
  private @Nullable ListenedStream stream;
  private @Nullable ReadListener listener;
  private int chains = 1;
  private boolean calling;
  private boolean wanted = true;
  private boolean pending;
  private boolean over;

  /** While the first chain is about to run. */
  ReadEvents(ServletRequest request) {
    this.request = request;
  }

  synchronized boolean hasListener() {
    return listener != null;
  }

  /** Whether the listener waits to be told of data: because it never was, or found none left. */
  synchronized void want(boolean whether) {
    wanted = whether;
  }

  void register(ReadListener added, ListenedStream from) {
    Objects.requireNonNull(added, "listener");
    synchronized (this) {
      if (listener != null) {
        throw new IllegalStateException("there is a read listener already");
      }
      if (!request.isAsyncStarted()) {
        throw new IllegalStateException("a read listener needs a request in asynchronous mode");
      }
      listener = added;
      stream = from;
    }
    from.listen();
    if (!from.isDriven()) {
      wake();
    }
  }

  synchronized void beforeChain() {
    chains++;
  }

  void afterChain() {
    synchronized (this) {
      chains--;
      if (!mayCall() || !request.isAsyncStarted() || isLeftToTheContainer()) {
        return;
      }
      calling = true;
    }
    call();
  }

  private boolean isLeftToTheContainer() {
    ListenedStream from = Objects.requireNonNull(stream);
    return from.isDriven() && !pending && !from.isFinished() && from.failure() == null;
  }

  /** The container told, on a thread of its own, that something has come. */
  void arrived() {
    synchronized (this) {
      pending = chains > 0;
      if (!mayCall()) {
        return;
      }
      calling = true;
    }
    call();
  }

  /** Something may have to be told, and this thread may be any. */
  void wake() {
    AsyncContext context;
    synchronized (this) {
      if (!mayCall() || !request.isAsyncStarted()) {
        return;
      }
      context = request.getAsyncContext();
      calling = true;
    }
    try {
      context.start(this::call);
    } catch (RuntimeException | Error refused) {
      stopCalling();
      throw refused;
    }
  }

  /** Nobody runs: whoever comes next may tell. */
  private synchronized void stopCalling() {
    calling = false;
  }

  private boolean mayCall() {
    return listener != null && chains == 0 && !calling && !over;
  }

  private void call() {
    ReadListener told = Objects.requireNonNull(listener);
    try {
      for (Event event = next(); event != Event.NONE; event = next()) {
        switch (event) {
          case DATA -> told.onDataAvailable();
          case END -> told.onAllDataRead();
          default -> throw Objects.requireNonNull(Objects.requireNonNull(stream).failure());
        }
      }
    } catch (Throwable thrown) {
      fail(told, thrown);
    }
  }

  private synchronized Event next() {
    if (over) {
      calling = false;
      return Event.NONE;
    }
    ListenedStream from = Objects.requireNonNull(stream);
    boolean data = wanted && from.hasData();
    if (from.failure() != null) {
      return Event.FAILURE;
    }
    if (from.isFinished()) {
      over = true;
      return Event.END;
    }
    if (data) {
      wanted = false;
      return Event.DATA;
    }
    calling = false;
    return Event.NONE;
  }

  private void fail(ReadListener told, Throwable thrown) {
    synchronized (this) {
      over = true;
      calling = false;
    }
    told.onError(thrown);
  }
}

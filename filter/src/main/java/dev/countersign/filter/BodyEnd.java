package dev.countersign.filter;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;

/**
 * Gives the body's memory and files back when the request is over: when the chain returned, or else
 * when asynchronous processing completed, which every time-out and error leads to as well.
 * Thread-safe.
 */
final class BodyEnd implements AsyncListener {

  private final AutoCloseable body;
  private final ServletRequest request;
  private final ServletResponse response;
  private volatile boolean asynchronous;
  private volatile boolean over;

  /**
   * Listens with a response that is none of HTTP: GlassFish sets the status of one that belongs to
   * a listener to 200 before it tells the listener anything, whatever the application has answered.
   */
  BodyEnd(AutoCloseable body, ServletRequest request, ServletResponse response) {
    this.body = body;
    this.request = request;
    this.response = new ServletResponseWrapper(response);
  }

  /**
   * Asynchronous processing began, in whichever dispatch: from now on its completion is the end.
   */
  void follow(AsyncContext context) {
    listen(context);
    asynchronous = true;
  }

  private void listen(AsyncContext context) {
    context.addListener(this, request, response);
  }

  /**
   * The chain returned or threw. An application that went past the wrapper may have begun
   * unnoticed.
   */
  void afterRequest() {
    if (!asynchronous && request.isAsyncStarted()) {
      followUnlessComplete();
    }
    if (!asynchronous) {
      close();
    }
  }

  /** Another thread may complete it at this very moment; then nobody will tell us. */
  private void followUnlessComplete() {
    try {
      follow(request.getAsyncContext());
    } catch (IllegalStateException complete) {
      asynchronous = false;
    }
  }

  /** Whether the body is gone; a container dispatches to error pages afterwards. */
  boolean isOver() {
    return over;
  }

  private void close() {
    over = true;
    try {
      body.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a body could not be given back", e);
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    close();
  }

  /** Completion follows. */
  @Override
  public void onTimeout(AsyncEvent event) {}

  /** Completion follows. */
  @Override
  public void onError(AsyncEvent event) {}

  /** A new cycle forgets its listeners. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    listen(event.getAsyncContext());
  }
}

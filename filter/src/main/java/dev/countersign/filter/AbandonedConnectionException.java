package dev.countersign.filter;

import java.io.IOException;

/**
 * Thrown behind a complete answer, so that the container closes the connection instead of reading
 * on: it would swallow what a caller trickles, byte by byte, on the request's thread. Links only
 * JDK types and carries no stack trace: callers cause it.
 */
final class AbandonedConnectionException extends IOException {

  private static final long serialVersionUID = 1L;

  AbandonedConnectionException(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}

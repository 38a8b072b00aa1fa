package dev.countersign.filter;

import dev.countersign.filter.access.Reason;

/**
 * A form or multipart body was proved to be what the caller signed, but cannot be read as one, or
 * holds too much. As in containers it is thrown to whoever asks for parameters or parts; where the
 * application lets it pass, the filter answers for it. Carries no stack trace: callers cause it.
 */
final class UnreadableFormException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnreadableFormException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}

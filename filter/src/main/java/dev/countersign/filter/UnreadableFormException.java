package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import dev.countersign.filter.body.Spool;
import java.io.IOException;

/**
 * A form or multipart body was proved to be what the caller signed, but cannot be read as one,
 * holds too much, or finds no room. As in containers it is thrown to whoever asks for parameters or
 * parts; where the application lets it pass, the filter answers for it. Carries no stack trace:
 * callers cause it.
 */
final class UnreadableFormException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnreadableFormException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Appends to a spool; that there is no room for parts is nothing the application could mend. */
  static void keep(Spool spool, byte[] bytes, int count) {
    try {
      spool.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UnreadableFormException(
          Reason.UNAVAILABLE, "the parts could not be kept: " + e.getMessage());
    }
  }

  Reason reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}

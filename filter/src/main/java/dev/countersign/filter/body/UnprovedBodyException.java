package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.IOException;

/**
 * What the application read is not the whole of what the caller signed: another body, or one that
 * broke off, took too long or grew too large. Thrown before the last bytes are given, and again at
 * every further reading. Carries no stack trace: callers cause it.
 */
public final class UnprovedBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  UnprovedBodyException(BodyException failure) {
    super(failure.getMessage());
    this.reason = failure.reason();
  }

  /** What the caller is told, where he can still be told. */
  public Reason reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}

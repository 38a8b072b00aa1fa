package dev.countersign.filter.access;

/**
 * A store cannot answer: down, too slow, full, or too old to be trusted. The request is refused,
 * never let in.
 */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the cause in words; it reaches the log, never the caller. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** With the exception below. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.countersign.persistence.work;

/**
 * A change that cannot be made beside what is there: a name is taken, a row is still in use, or
 * somebody was faster.
 */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what stands in the way, in words that the actor may read. */
  public ConflictException(String message) {
    super(message);
  }

  /** With the exception below. */
  public ConflictException(String message, Throwable cause) {
    super(message, cause);
  }
}

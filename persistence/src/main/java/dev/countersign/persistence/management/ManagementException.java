package dev.countersign.persistence.management;

/**
 * A management call that was not carried out; nothing of it remains, its line of history neither.
 * The message is meant for the actor and never holds a secret.
 */
public abstract sealed class ManagementException extends RuntimeException
    permits ChangeConflictException,
        InvalidArgumentException,
        ManagementUnavailableException,
        UnknownObjectException {

  private static final long serialVersionUID = 1L;

  ManagementException(String message) {
    super(message);
  }

  ManagementException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.countersign.persistence.management;

/**
 * The database does not answer. After a change that broke off it is unknown whether it took place:
 * read before trying again.
 */
public final class ManagementUnavailableException extends ManagementException {

  private static final long serialVersionUID = 1L;

  ManagementUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.countersign.persistence.management;

/** An argument breaks a rule that the message names. */
public final class InvalidArgumentException extends ManagementException {

  private static final long serialVersionUID = 1L;

  InvalidArgumentException(String message) {
    super(message);
  }
}

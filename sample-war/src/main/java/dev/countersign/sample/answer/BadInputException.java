package dev.countersign.sample.answer;

/** The caller sent something that the orders API cannot take; the message is for the caller. */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * With a message for the caller.
   *
   * @param message what is wrong, without repeating the input
   */
  public BadInputException(String message) {
    super(message);
  }
}

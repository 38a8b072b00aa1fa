package dev.countersign.persistence.management;

/**
 * There is no such object, or not for this actor. What never existed, what is deleted and what
 * belongs to somebody else are told in the very same words, so that nobody learns what others have.
 */
public final class UnknownObjectException extends ManagementException {

  private static final long serialVersionUID = 1L;

  private final String objectType;

  UnknownObjectException(String objectType) {
    super("no such " + objectType);
    this.objectType = objectType;
  }

  /** What was looked for: a word such as {@code application}. */
  public String objectType() {
    return objectType;
  }
}

package dev.countersign.persistence.management;

/** The change cannot be made beside what is there now. */
public final class ChangeConflictException extends ManagementException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  ChangeConflictException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  ChangeConflictException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Which conflict it is. */
  public Kind kind() {
    return kind;
  }

  /** What stands in the way. */
  public enum Kind {
    /** Somebody changed the object since the version that was expected: read it again. */
    VERSION,
    /** The object, or one that depends on it, is in a state that does not allow the change. */
    STATE,
    /** Something equal is there already: a name, the shape of a template, a grant. */
    TAKEN
  }
}

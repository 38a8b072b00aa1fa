package dev.countersign.filter.access;

/** A body that cannot be accepted. Carries no stack trace: strangers cause it. */
public final class BodyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** With what the caller is told and the precise cause. */
  public BodyException(Reason reason, String explanation) {
    super(explanation, null, false, false);
    this.reason = reason;
  }

  /** What the caller is told. */
  public Reason reason() {
    return reason;
  }
}

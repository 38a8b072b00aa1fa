package dev.countersign.filter.access;

/**
 * How a step says no; the gate turns it into a verdict. Never leaves this package, carries no stack
 * trace.
 */
final class Rejection extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Rejection(Reason reason, String explanation) {
    super(explanation, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  String explanation() {
    return String.valueOf(getMessage());
  }
}

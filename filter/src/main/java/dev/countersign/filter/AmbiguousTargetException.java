package dev.countersign.filter;

/**
 * The container and the raw target do not agree on where a request goes. Carries no stack trace:
 * strangers cause it.
 */
final class AmbiguousTargetException extends Exception {

  private static final long serialVersionUID = 1L;

  AmbiguousTargetException(String explanation) {
    super(explanation, null, false, false);
  }

  String explanation() {
    return String.valueOf(getMessage());
  }
}

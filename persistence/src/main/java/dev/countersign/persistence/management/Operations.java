package dev.countersign.persistence.management;

import dev.countersign.filter.access.PathTemplate;

/** What can be protected: methods and templates that a request could ever match. */
final class Operations {

  private static final int TEMPLATE_LENGTH = 500;

  /** Not in a path as requests are routed: such paths are refused before, or end there. */
  private static final String NEVER_IN_PATHS = "%?#\\";

  private Operations() {}

  static PathTemplate template(String text) {
    boolean possible =
        text.length() <= TEMPLATE_LENGTH
            && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isNever(c));
    if (!possible) {
      throw new InvalidArgumentException(
          "a path template is written decoded, without control characters and any of "
              + NEVER_IN_PATHS
              + ", in at most "
              + TEMPLATE_LENGTH
              + " characters");
    }
    try {
      return PathTemplate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(String.valueOf(e.getMessage()));
    }
  }

  /** Whether a request could ever be routed on it. */
  static boolean isPath(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isNever(c) || c == ';');
  }

  private static boolean isNever(int codePoint) {
    return NEVER_IN_PATHS.indexOf(codePoint) >= 0
        || Character.getType(codePoint) == Character.SURROGATE;
  }
}

package dev.countersign.signing;

/**
 * The public id of an application on the wire: 5 to 128 of {@code [A-Za-z0-9_-]}. Two keys are
 * equal only when they are equal to the letter. Immutable and thread-safe.
 *
 * @param value the key as it travels, never {@code null}
 */
public record AppKey(String value) {

  private static final int MIN_LENGTH = 5;
  private static final int MAX_LENGTH = 128;

  /**
   * @throws IllegalArgumentException if the text is not an app key; the message does not repeat the
   *     text
   */
  public AppKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an app key has "
              + MIN_LENGTH
              + " to "
              + MAX_LENGTH
              + " characters of A-Z, a-z, 0-9, '_' and '-'");
    }
  }

  /** Whether the text could be an app key. */
  public static boolean isValid(String text) {
    return Tokens.isIdentifier(text, MIN_LENGTH, MAX_LENGTH);
  }

  @Override
  public String toString() {
    return value;
  }
}

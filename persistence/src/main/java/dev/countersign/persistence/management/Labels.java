package dev.countersign.persistence.management;

import dev.countersign.signing.Tokens;

/** Texts that people read: bounded, and unable to pretend to be something else on a screen. */
final class Labels {

  static final int NAME_LENGTH = 200;
  static final int DESCRIPTION_LENGTH = 2000;
  static final int IDENTIFIER_LENGTH = 64;
  private static final int ACTOR_LENGTH = 100;

  private Labels() {}

  static String name(String text) {
    return filled("a name", text, NAME_LENGTH);
  }

  static String actor(String text) {
    return filled("the name of an actor", text, ACTOR_LENGTH);
  }

  /** May be empty. */
  static String description(String text) {
    return printable("a description", text, DESCRIPTION_LENGTH);
  }

  /** May be empty, for everything. */
  static String search(String text) {
    return printable("a search text", text, NAME_LENGTH);
  }

  /** Names that stand in {@code web.xml} and in headers. */
  static String identifier(String what, String text) {
    if (!Tokens.isIdentifier(text, 1, IDENTIFIER_LENGTH)) {
      throw new InvalidArgumentException(
          what + " has 1 to " + IDENTIFIER_LENGTH + " characters of A-Z, a-z, 0-9, '_' and '-'");
    }
    return text;
  }

  private static String filled(String what, String text, int length) {
    if (text.isEmpty() || !text.strip().equals(text)) {
      throw new InvalidArgumentException(
          what + " is not empty and neither begins nor ends with white space");
    }
    return printable(what, text, length);
  }

  private static String printable(String what, String text, int length) {
    if (text.length() > length) {
      throw new InvalidArgumentException(
          what + " has at most " + length + " characters, this one has " + text.length());
    }
    if (!text.codePoints().allMatch(Labels::isPrintable)) {
      throw new InvalidArgumentException(
          what + " holds no control characters, line breaks or marks that turn the direction");
    }
    return text;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> !turnsDirection(codePoint);
      default -> true;
    };
  }

  /** With these a name reads as another one than it is. */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}

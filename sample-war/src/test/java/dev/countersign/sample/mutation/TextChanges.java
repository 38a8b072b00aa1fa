package dev.countersign.sample.mutation;

import java.util.Locale;
import java.util.Random;

/** Changes of one place in a text; the text itself where there is nothing to change. */
final class TextChanges {

  private static final String INTERESTING =
      " \t\r\n\0%;/\\&=\",.:?#+-_~|'<>()[]{}@*!$^`0aA\u007f\u0080\u00c3\u00ff";

  private TextChanges() {}

  static String bitFlipped(String text, Random random) {
    int at = random.nextInt(text.length());
    return replaced(
        text, at, 1, String.valueOf((char) (text.charAt(at) ^ (1 << random.nextInt(8)))));
  }

  static String inserted(String text, Random random) {
    char c =
        random.nextBoolean()
            ? (char) random.nextInt(256)
            : INTERESTING.charAt(random.nextInt(INTERESTING.length()));
    return replaced(text, random.nextInt(text.length() + 1), 0, String.valueOf(c));
  }

  static String deleted(String text, Random random) {
    return replaced(text, random.nextInt(text.length()), 1, "");
  }

  static String duplicated(String text, Random random) {
    int at = random.nextInt(text.length());
    return replaced(text, at, 0, String.valueOf(text.charAt(at)));
  }

  static String swapped(String text, Random random) {
    int one = random.nextInt(text.length());
    int other = random.nextBoolean() ? Math.max(one - 1, 0) : random.nextInt(text.length());
    String first = replaced(text, one, 1, String.valueOf(text.charAt(other)));
    return replaced(first, other, 1, String.valueOf(text.charAt(one)));
  }

  static String otherCase(String text, Random random) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }
    int start = random.nextInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = (start + i) % text.length();
      char c = text.charAt(at);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        return replaced(text, at, 1, String.valueOf((char) (c ^ 0x20)));
      }
    }
    return text;
  }

  static String replaced(String text, int at, int length, String by) {
    return text.substring(0, at) + by + text.substring(at + length);
  }
}

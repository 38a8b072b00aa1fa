package dev.countersign.signing.aliyun;

import java.util.stream.IntStream;

/**
 * Decoding of escapes. Decoded texts have one character for each byte, so that what is no UTF-8
 * survives as it is.
 */
final class PercentDecoding {

  private PercentDecoding() {}

  /**
   * The bytes behind visible ASCII without broken escapes.
   *
   * @param plus what a literal plus sign stands for
   */
  static String decoded(String text, char plus) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        out.append((char) octet(text, i));
        i += 2;
      } else {
        out.append(c == '+' ? plus : c);
      }
    }
    return out.toString();
  }

  /** Whether a percent sign is followed by something other than two hex digits. */
  static boolean holdsBrokenEscape(String text) {
    return percentSigns(text).anyMatch(at -> octet(text, at) < 0);
  }

  /** Whether a percent sign is followed by two hex digits. */
  static boolean holdsEscape(String text) {
    return percentSigns(text).anyMatch(at -> octet(text, at) >= 0);
  }

  private static IntStream percentSigns(String text) {
    return IntStream.range(0, text.length()).filter(at -> text.charAt(at) == '%');
  }

  private static int octet(String text, int percent) {
    if (percent + 2 >= text.length()) {
      return -1;
    }
    int high = digit(text.charAt(percent + 1));
    int low = digit(text.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}

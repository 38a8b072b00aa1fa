package dev.countersign.testing.logs;

import java.util.function.LongPredicate;

/**
 * Every {@value #LENGTH} characters of a text that stand together without a blank, as one number
 * each. Capitals count as small letters and base64 in its spelling for URLs as base64, so that a
 * value is found in any of its usual spellings.
 */
final class Windows {

  /** What is shorter stands in logs by accident. */
  static final int LENGTH = 16;

  /** Any odd number with many bits set. */
  private static final long BASE = 0x5851F42D4C957F2DL;

  private static final long LEAVING = power();

  private Windows() {}

  /** Where the first window begins that the predicate knows, or -1. */
  static int find(CharSequence text, LongPredicate known) {
    long hash = 0;
    int together = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int c = folded(text.charAt(i));
      if (c <= ' ') {
        together = 0;
        hash = 0;
        continue;
      }
      hash = hash * BASE + c;
      if (++together > LENGTH) {
        hash -= LEAVING * folded(text.charAt(i - LENGTH));
      }
      if (together >= LENGTH && known.test(hash)) {
        return i - LENGTH + 1;
      }
    }
    return -1;
  }

  private static int folded(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c + ('a' - 'A');
    }
    if (c == '-') {
      return '+';
    }
    return c == '_' ? '/' : c;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < LENGTH; i++) {
      power *= BASE;
    }
    return power;
  }
}

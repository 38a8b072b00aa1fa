package dev.countersign.signing.jdcloud;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of RFC 3986: everything but {@code A-Z a-z 0-9 - . _ ~}, in upper-case hex.
 * Decoded texts have one character for each byte, so that what is no UTF-8 survives.
 */
final class UriEncoding {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriEncoding() {}

  /**
   * The bytes behind the text. A percent sign that begins no escape stands for itself.
   *
   * @param plus what a literal plus sign stands for
   */
  static String decoded(String text, char plus) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      int escaped = c == '%' && i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      if (escaped >= 0) {
        out.append((char) escaped);
        i += 2;
      } else {
        out.append(c == '+' ? plus : c);
      }
    }
    return out.toString();
  }

  /** Encodes all but unreserved characters. */
  static String encoded(String bytes) {
    StringBuilder out = new StringBuilder(bytes.length() + 16);
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 0xF]);
      }
    }
    return out.toString();
  }

  /** Whether a percent sign is followed by something other than two hex digits. */
  static boolean holdsBrokenEscape(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (!isEscape(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a percent sign is followed by two hex digits. */
  static boolean holdsEscape(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (isEscape(text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && octet(text.charAt(percent + 1), text.charAt(percent + 2)) >= 0;
  }

  private static int octet(int high, int low) {
    int first = digit(high);
    int second = digit(low);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }

  private static int digit(int c) {
    return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}

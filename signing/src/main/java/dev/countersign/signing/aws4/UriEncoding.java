package dev.countersign.signing.aws4;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986: everything but {@code A-Z a-z 0-9 - . _ ~}, in upper-case hex. */
final class UriEncoding {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriEncoding() {}

  /** Encodes the UTF-8 bytes of all but unreserved characters and the slash, {@code %} too. */
  static String encodedPath(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/') {
        out.append('/');
      } else {
        append(out, b & 0xFF);
      }
    }
    return out.toString();
  }

  /**
   * The one spelling of a component that may be encoded in part: {@code %41} as {@code A}, {@code
   * ,} as {@code %2C}, {@code %2c} as {@code %2C}.
   *
   * @param component visible ASCII
   * @param plus what a literal plus sign becomes
   */
  static String normalized(String component, String plus) throws UnreadableSignatureException {
    StringBuilder out = new StringBuilder(component.length() + 16);
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (c == '+') {
        out.append(plus);
      } else if (c == '%') {
        append(out, escaped(component, i));
        i += 2;
      } else {
        append(out, c);
      }
    }
    return out.toString();
  }

  /** The bytes behind an encoded component, one character each, for comparing. */
  static String decoded(String encoded) {
    StringBuilder out = new StringBuilder(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        out.append((char) Integer.parseInt(encoded, i + 1, i + 3, 16));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int escaped(String component, int percent) throws UnreadableSignatureException {
    int high = percent + 2 < component.length() ? digit(component.charAt(percent + 1)) : -1;
    int low = percent + 2 < component.length() ? digit(component.charAt(percent + 2)) : -1;
    if (high < 0 || low < 0) {
      throw malformed("a percent sign in the target is followed by two hex digits");
    }
    return high << 4 | low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static void append(StringBuilder out, int octet) {
    if (isUnreserved(octet)) {
      out.append((char) octet);
    } else {
      out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
    }
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

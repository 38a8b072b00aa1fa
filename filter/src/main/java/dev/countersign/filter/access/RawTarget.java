package dev.countersign.filter.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The rules of an unambiguous path and query, on the raw text. Each forbidden spelling was once the
 * way around some server's access control: a filter that decodes once and a servlet container that
 * decodes, cuts or folds differently disagree about which servlet is meant.
 */
final class RawTarget {

  /**
   * Escapes of slash, backslash, semicolon, question mark and percent: text to one reader,
   * structure to the next.
   */
  private static final Set<String> FORBIDDEN_ESCAPES = Set.of("2f", "5c", "3b", "3f", "25");

  private RawTarget() {}

  static void check(String path, String query) throws Rejection {
    checkCharacters(path);
    checkCharacters(query);
    if (!path.startsWith("/")) {
      throw ambiguous("does not begin with a slash");
    }
    if (path.contains("//") || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0) {
      throw ambiguous("holds //, ; or \\");
    }
    for (String segment : path.split("/", -1)) {
      checkSegment(segment);
    }
    checkEscapes(query, false);
  }

  private static void checkCharacters(String text) throws Rejection {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x21 || c > 0x7e || c == '#') {
        throw ambiguous("holds a byte outside 0x21-0x7E, or #");
      }
    }
  }

  private static void checkSegment(String segment) throws Rejection {
    String dotsDecoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (dotsDecoded.equals(".") || dotsDecoded.equals("..")) {
      throw ambiguous("holds a dot segment");
    }
    checkEscapes(segment, true);
  }

  private static void checkEscapes(String text, boolean inPath) throws Rejection {
    ByteBuffer decoded = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        decoded.put((byte) text.charAt(i));
        continue;
      }
      decoded.put(escaped(text, i, inPath));
      i += 2;
    }
    checkUtf8(decoded.flip());
  }

  private static byte escaped(String text, int at, boolean inPath) throws Rejection {
    String digits = text.substring(at + 1, Math.min(at + 3, text.length()));
    int value = digits.length() == 2 && isHex(digits) ? Integer.parseInt(digits, 16) : -1;
    if (value < 0) {
      throw ambiguous("holds a broken escape");
    }
    if (inPath && FORBIDDEN_ESCAPES.contains(digits.toLowerCase(Locale.ROOT))) {
      throw ambiguous("escapes a character that structures a path");
    }
    if (inPath && (value < 0x20 || value == 0x7f)) {
      throw ambiguous("escapes a control character");
    }
    return (byte) value;
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
  }

  private static void checkUtf8(ByteBuffer bytes) throws Rejection {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException notUtf8) {
      throw ambiguous("escapes bytes that are not UTF-8");
    }
  }

  private static Rejection ambiguous(String why) {
    return new Rejection(Reason.PATH_AMBIGUOUS, "the target " + why);
  }
}

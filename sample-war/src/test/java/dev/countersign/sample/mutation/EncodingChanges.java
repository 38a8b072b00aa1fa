package dev.countersign.sample.mutation;

import dev.countersign.sample.wire.Query;
import java.util.Locale;
import java.util.Random;

/** The same thing written in another encoding, or what a careless reader takes for the same. */
final class EncodingChanges {

  private static final int KINDS = 11;

  private EncodingChanges() {}

  static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    int escape = Math.max(text.indexOf('%', at), text.indexOf('%'));
    return switch (random.nextInt(KINDS)) {
      case 0, 1 -> TextChanges.replaced(text, at, 1, escaped(text.charAt(at)));
      case 2 -> escape < 0 ? text : decodedAt(text, escape);
      case 3 -> escape < 0 ? text : otherHexCaseAt(text, escape);
      case 4 -> escape < 0 ? text : TextChanges.replaced(text, escape, 1, "%25");
      case 5 -> text.contains("+") ? text.replace("+", "%20") : text.replace("%20", "+");
      case 6 -> TextChanges.replaced(text, at, 1, "%u00" + escaped(text.charAt(at)).substring(1));
      case 7 -> TextChanges.replaced(text, at, 1, overlong(text.charAt(at)));
      case 8 -> otherBase64(text, random);
      case 9 -> TextChanges.replaced(text, at, 1, "\\u00" + escaped(text.charAt(at)).substring(1));
      default -> TextChanges.replaced(text, at, 1, "\\" + text.charAt(at));
    };
  }

  private static String escaped(char c) {
    return String.format(Locale.ROOT, "%%%02X", (int) c);
  }

  /** UTF-8 in two bytes of what has one. */
  private static String overlong(char c) {
    return String.format(Locale.ROOT, "%%%02X%%%02X", 0xc0 | (c >> 6), 0x80 | (c & 0x3f));
  }

  private static String decodedAt(String text, int at) {
    String plain = Query.decoded(text.substring(at, Math.min(at + 3, text.length())));
    return plain.length() == 1 ? TextChanges.replaced(text, at, 3, plain) : text;
  }

  private static String otherHexCaseAt(String text, int at) {
    String digits = text.substring(at, Math.min(at + 3, text.length()));
    String lower = digits.toLowerCase(Locale.ROOT);
    return TextChanges.replaced(
        text, at, digits.length(), lower.equals(digits) ? digits.toUpperCase(Locale.ROOT) : lower);
  }

  /** The alphabet for file names, no padding, more padding, other bits behind the last byte. */
  private static String otherBase64(String text, Random random) {
    int end = text.indexOf('=', Math.max(text.length() - 4, 0));
    if (end < 1) {
      return text.replace('+', '-').replace('/', '_');
    }
    return switch (random.nextInt(3)) {
      case 0 -> TextChanges.replaced(text, end, 1, "");
      case 1 -> TextChanges.replaced(text, end, 0, "=");
      default ->
          TextChanges.replaced(text, end - 1, 1, String.valueOf((char) (text.charAt(end - 1) + 1)));
    };
  }
}

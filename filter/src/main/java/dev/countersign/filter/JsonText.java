package dev.countersign.filter;

import java.util.Map;

/**
 * Writes JSON strings (RFC 8259 section 7) in ASCII: quotes, backslashes, control characters and
 * everything outside ASCII are escaped. The same form keeps text that a stranger sent from forging
 * lines of a log.
 */
final class JsonText {

  private JsonText() {}

  /** The text in quotes, cut after {@code most} characters. */
  static String quoted(String text, int most) {
    boolean cut = text.length() > most;
    return quoted(cut ? text.substring(0, most) + "..." : text);
  }

  /** The text in quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  /** An object of strings, in the order of the map; numbers are given as {@link Integer}. */
  static String object(Map<String, Object> members) {
    StringBuilder out = new StringBuilder("{");
    members.forEach(
        (name, value) ->
            out.append(out.length() == 1 ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(value instanceof Integer ? value.toString() : quoted(value.toString())));
    return out.append('}').toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c < ' ' || c > '~') {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(Character.forDigit((c >> shift) & 0xf, 16));
      }
    } else {
      out.append(c);
    }
  }
}

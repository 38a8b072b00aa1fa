package dev.countersign.sample.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Parameters of a query or a form, as the published clients take them apart. */
final class Query {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private Query() {}

  record Pair(String name, String value) {

    Pair each(UnaryOperator<String> change) {
      return new Pair(change.apply(name), change.apply(value));
    }
  }

  static List<Pair> pairs(String text) {
    List<Pair> pairs = new ArrayList<>();
    for (String piece : text.split("&", -1)) {
      int equals = piece.indexOf('=');
      if (!piece.isEmpty()) {
        pairs.add(
            equals < 0
                ? new Pair(piece, "")
                : new Pair(piece.substring(0, equals), piece.substring(equals + 1)));
      }
    }
    return pairs;
  }

  /** One character per byte; what is no escape stays. */
  static String decoded(String text) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '%' && isEscape(text, at)) {
        plain.append((char) Integer.parseInt(text, at + 1, at + 3, 16));
        at += 2;
      } else {
        plain.append(c == '+' ? ' ' : c);
      }
    }
    return plain.toString();
  }

  static String encoded(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (PLAIN.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(Bytes.hex(new byte[] {(byte) c}).toUpperCase(Locale.ROOT));
      }
    }
    return escaped.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}

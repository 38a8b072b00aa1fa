package dev.countersign.sample.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters of a query or a form, as the published clients take them apart. */
public final class Query {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private Query() {}

  public record Pair(String name, String value) {

    public Pair each(UnaryOperator<String> change) {
      return new Pair(change.apply(name), change.apply(value));
    }
  }

  public static List<Pair> pairs(String text) {
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
  public static String decoded(String text) {
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

  public static String encoded(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (PLAIN.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(Macs.hex(new byte[] {(byte) c}).toUpperCase(Locale.ROOT));
      }
    }
    return escaped.toString();
  }

  /**
   * Those of the query and of a form, decoded, in one list: as clients of the gateways sign them.
   */
  static List<Pair> pool(RawRequest request) {
    List<Pair> pairs = new ArrayList<>(pairs(Signer.query(request)));
    if (Signer.isForm(request)) {
      pairs.addAll(pairs(Macs.text(request.body())));
    }
    return pairs.stream().map(pair -> pair.each(Query::decoded)).toList();
  }

  /** A path with these parameters behind it; a name without a value stands alone. */
  static String joined(String path, Stream<Pair> pairs) {
    String text =
        pairs
            .map(pair -> pair.value().isEmpty() ? pair.name() : pair.name() + "=" + pair.value())
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? path : path + "?" + text;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}

package dev.countersign.filter.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the text of a setting looks like and how it is read.
 *
 * @param takes for people, such as {@code a size from 1 KiB to 1 GiB}
 * @param reader throws {@link IllegalArgumentException} for any other text; its message may be
 *     {@code null}
 */
record ValueForm<T>(String takes, Function<String, T> reader) {

  static ValueForm<String> text(String takes, Function<String, String> reader) {
    return new ValueForm<>(takes, reader);
  }

  static ValueForm<Integer> count(int min, int max) {
    return new ValueForm<>(
        "a whole number from " + min + " to " + max,
        text -> {
          int value = Integer.parseInt(text);
          require(value >= min && value <= max && Character.isDigit(text.charAt(0)));
          return value;
        });
  }

  static ValueForm<Boolean> flag() {
    return choice(Map.of("true", true, "false", false), List.of("true", "false"));
  }

  static ValueForm<String> oneOf(String... words) {
    Map<String, String> same =
        Arrays.stream(words).collect(Collectors.toMap(word -> word, word -> word));
    return choice(same, List.of(words));
  }

  private static <T> ValueForm<T> choice(Map<String, T> values, List<String> order) {
    return new ValueForm<>(
        order.stream().map(word -> '`' + word + '`').collect(Collectors.joining(" or ")),
        text -> {
          require(values.containsKey(text));
          return values.get(text);
        });
  }

  /** Elements between commas, outer white space removed, none empty. */
  static List<String> elements(String text) {
    List<String> elements = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    require(elements.stream().noneMatch(String::isEmpty), "an element is empty");
    return elements;
  }

  /** Pairs between commas, whose two sides are joined by {@code sign}; no left side twice. */
  static Map<String, String> pairs(String text, char sign) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String element : elements(text)) {
      int at = element.indexOf(sign);
      require(
          at > 0 && at < element.length() - 1,
          '"' + element + "\" is not <name>" + sign + "<value>");
      String former =
          pairs.put(element.substring(0, at).strip(), element.substring(at + 1).strip());
      require(former == null, '"' + element.substring(0, at) + "\" occurs twice");
    }
    return pairs;
  }

  static void require(boolean holds) {
    require(holds, "");
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

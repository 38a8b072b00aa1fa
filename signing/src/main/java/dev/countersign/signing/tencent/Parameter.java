package dev.countersign.signing.tencent;

import java.util.Comparator;
import java.util.Optional;

/**
 * One parameter of a query or form.
 *
 * @param value empty where there is none, with or without an equals sign
 */
record Parameter(String name, String value) {

  /** By name, the values of one name by value, in the order of their UTF-8 bytes. */
  static final Comparator<Parameter> BY_NAME =
      Comparator.comparing(Parameter::name, ByteOrder::compare)
          .thenComparing(Parameter::value, ByteOrder::compare);

  private static final String STRUCTURE_OF_NAME = "&=?#";

  static Parameter of(String piece) {
    int equals = piece.indexOf('=');
    return equals < 0
        ? new Parameter(piece, "")
        : new Parameter(piece.substring(0, equals), piece.substring(equals + 1));
  }

  /**
   * Name and value without escapes. Empty where their decoded text would read like other
   * parameters, or like escapes that the raw reading signs: {@code a=1%26b%3D2} must never pass for
   * {@code a=1&b=2}.
   */
  Optional<Parameter> decoded() {
    Optional<String> plainName = PercentDecoding.parameter(name).filter(Parameter::isPlainName);
    Optional<String> plainValue = PercentDecoding.parameter(value).filter(Parameter::isPlainValue);
    return plainName.flatMap(n -> plainValue.map(v -> new Parameter(n, v)));
  }

  /** As the gateway's page says: an empty value leaves the name alone. */
  String written() {
    return value.isEmpty() ? name : name + '=' + value;
  }

  private static boolean isPlainName(String text) {
    return text.chars().noneMatch(c -> STRUCTURE_OF_NAME.indexOf(c) >= 0) && isPlain(text);
  }

  /** An equals sign is no structure here: the first one of a parameter ends its name. */
  private static boolean isPlainValue(String text) {
    return text.indexOf('&') < 0 && isPlain(text);
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(Character::isISOControl) && !PercentDecoding.holdsEscape(text);
  }
}

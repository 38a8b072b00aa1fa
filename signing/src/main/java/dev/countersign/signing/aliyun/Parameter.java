package dev.countersign.signing.aliyun;

/**
 * One parameter of a query or form.
 *
 * @param value empty where there is none, with or without an equals sign
 */
record Parameter(String name, String value) {

  static Parameter parse(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new Parameter(pair, "")
        : new Parameter(pair.substring(0, equals), pair.substring(equals + 1));
  }

  Parameter decoded() {
    return new Parameter(PercentDecoding.decoded(name, ' '), PercentDecoding.decoded(value, ' '));
  }

  /** An empty value leaves the name alone. */
  String text() {
    return value.isEmpty() ? name : name + "=" + value;
  }

  /**
   * Whether the decoded text reads like no other parameters, and like no escapes, which other
   * clients sign as they are: {@code a=1%26b%3D2} must never pass for {@code a=1&b=2}. An equals
   * sign in a value does, for the first one ends the name.
   */
  boolean isClear() {
    return name.indexOf('=') < 0 && isClear(name) && isClear(value);
  }

  private static boolean isClear(String text) {
    return text.indexOf('&') < 0
        && text.chars().noneMatch(c -> c < ' ' || c == 0x7F)
        && !PercentDecoding.holdsEscape(text);
  }
}

package dev.countersign.signing.scheme;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something about a scheme that settings can switch. Immutable and thread-safe.
 *
 * @param name unique within the scheme
 * @param value what stands behind the equals sign, for people; empty for a switch, which has no
 *     value
 * @param meaning one sentence for people
 * @param change the scheme with this option, all others as they are; throws {@link
 *     IllegalArgumentException} for a value that it does not take
 */
public record SchemeOption(
    String name, String value, String meaning, Function<String, SignatureScheme> change) {

  /** An option that is on when it is named. */
  public static SchemeOption named(
      String name, String meaning, Supplier<? extends SignatureScheme> change) {
    return new SchemeOption(name, "", meaning, nothing -> change.get());
  }

  /**
   * An option with a value.
   *
   * @param value such as {@code <name>}
   */
  public static SchemeOption valued(
      String name, String value, String meaning, Function<String, SignatureScheme> change) {
    return new SchemeOption(name, value, meaning, change);
  }

  /** As it is written, such as {@code presigned} or {@code region=<name>}. */
  public String form() {
    return value.isEmpty() ? name : name + '=' + value;
  }

  /**
   * The scheme with this option.
   *
   * @param text its value, empty for none
   * @throws IllegalArgumentException if a value is missing, too much, or not one that it takes
   */
  public SignatureScheme applied(String text) {
    if (text.isEmpty() != value.isEmpty()) {
      throw new IllegalArgumentException("this option is written " + form());
    }
    return change.apply(text);
  }
}

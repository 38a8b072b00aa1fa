package dev.countersign.filter.deployment;

/**
 * Something to be told about a deployment. Immutable and thread-safe.
 *
 * @param weight what follows from it
 * @param text what is wrong and what to write instead, to be read behind the filter's name
 */
public record Finding(Weight weight, String text) {

  /** What follows from a finding. */
  public enum Weight {
    /** Somebody could get past the filter: nobody gets in. */
    UNSAFE,
    /** Very likely not what was meant. */
    WARNING,
    /** Good to know. */
    NOTE
  }

  static Finding unsafe(String text) {
    return new Finding(Weight.UNSAFE, text);
  }

  static Finding warning(String text) {
    return new Finding(Weight.WARNING, text);
  }

  static Finding note(String text) {
    return new Finding(Weight.NOTE, text);
  }
}

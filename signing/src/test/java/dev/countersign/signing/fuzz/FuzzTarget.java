package dev.countersign.signing.fuzz;

import java.util.Set;

/** A parser behind bytes. */
@FunctionalInterface
public interface FuzzTarget {

  /**
   * What it said, as words that do not depend on the input's values. Whatever else escapes from it
   * is a fault.
   */
  Set<String> outcomes(byte[] input) throws Exception;
}

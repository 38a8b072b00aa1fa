package dev.countersign.filter.access;

/**
 * Port: hears of every decision, with the precise reason that callers are not told. Implementations
 * are thread-safe.
 */
@FunctionalInterface
public interface DecisionListener {

  /** Hears nothing. */
  DecisionListener NONE = decision -> {};

  /**
   * Called on the request's thread, so it returns at once; what it throws is logged and changes
   * nothing.
   */
  void decided(Decision decision);
}

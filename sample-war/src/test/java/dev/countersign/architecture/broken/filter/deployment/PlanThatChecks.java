package dev.countersign.architecture.broken.filter.deployment;

/** Asks for what is found wrong with it. */
public final class PlanThatChecks {

  /** Closes a cycle with the check. */
  public boolean isGood() {
    return new PlanCheck().isGood(this);
  }
}

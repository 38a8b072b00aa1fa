package dev.countersign.architecture.broken.filter.deployment;

/** Looks at a plan. */
public final class PlanCheck {

  /** Whether it is good. */
  public boolean isGood(PlanThatChecks plan) {
    return plan.hashCode() != 0;
  }
}

package dev.countersign.persistence.management;

import java.time.Instant;

/** Whether a grant holds, by the rule of the gate. */
final class GrantState {

  private GrantState() {}

  static Permission.State of(GrantTerms terms, Instant now) {
    Instant begin = terms.notBefore();
    Instant end = terms.expiresAt();
    if (end != null && !now.isBefore(end)) {
      return Permission.State.EXPIRED;
    }
    return begin != null && now.isBefore(begin) ? Permission.State.NOT_YET : Permission.State.VALID;
  }

  /** In words, for people. */
  static String told(GrantDetails grant, Instant now) {
    String name = "grant " + grant.id();
    return switch (of(grant.terms(), now)) {
      case VALID -> name + " allows it" + (grant.terms().expiresAt() == null ? "" : until(grant));
      case NOT_YET -> name + " begins at " + grant.terms().notBefore();
      case EXPIRED -> name + " expired at " + grant.terms().expiresAt();
    };
  }

  private static String until(GrantDetails grant) {
    return " until " + grant.terms().expiresAt();
  }
}

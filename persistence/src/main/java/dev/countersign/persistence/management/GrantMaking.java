package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import java.time.Instant;
import java.util.Optional;

/** Makes grants. */
final class GrantMaking {

  private static final String EQUAL =
      "SELECT g FROM GrantRow g WHERE g.applicationId = :application"
          + " AND g.environmentId = :environment AND g.target = :target";

  private GrantMaking() {}

  /**
   * A row that is not in the database yet. What is granted is looked up first: who owns nothing
   * learns nothing about applications either.
   */
  static GrantRow row(Change change, NewGrant wanted) {
    requireFuture(wanted.terms(), change.now());
    Lookup lookup = change.lookup();
    if (wanted.target() instanceof GrantTarget.OneApi one) {
      ApiRow api = lookup.api(one.apiId());
      EnvironmentRow environment = lookup.environmentNamed(wanted.environment());
      ApplicationRow application = lookup.lockedApplicationOfAnybody(wanted.applicationId());
      return GrantRow.onApi(application.id(), environment.id(), api, change.now());
    }
    ApiGroupRow group = lookup.group(((GrantTarget.WholeGroup) wanted.target()).groupId());
    EnvironmentRow environment = lookup.environmentNamed(wanted.environment());
    ApplicationRow application = lookup.lockedApplicationOfAnybody(wanted.applicationId());
    return GrantRow.onGroup(application.id(), environment.id(), group, change.now());
  }

  private static void requireFuture(GrantTerms terms, Instant now) {
    Instant end = terms.expiresAt();
    if (end != null && !end.isAfter(now)) {
      throw new InvalidArgumentException("a new grant expires in the future, not at " + end);
    }
  }

  /** The one of the same application, environment and target. */
  static Optional<GrantRow> equal(Change change, GrantRow row) {
    return change
        .rows()
        .createQuery(EQUAL, GrantRow.class)
        .setParameter("application", row.applicationId())
        .setParameter("environment", row.environmentId())
        .setParameter("target", row.target())
        .getResultStream()
        .findFirst();
  }

  static GrantDetails make(Change change, GrantRow row, GrantTerms terms) {
    row.grantedBy(change.actorText());
    apply(terms, row);
    change.unit().add(row);
    change.unit().touchApplication(row.applicationId());
    GrantDetails made = GrantReader.one(change.rows(), row.id());
    change.audit(GrantReader.subject(made), "grant.make", null, Summary.of(made));
    return made;
  }

  static void apply(GrantTerms terms, GrantRow row) {
    row.limit(terms.notBefore(), terms.expiresAt());
    row.giveRoles(terms.roles());
    row.describe(terms.description());
  }
}

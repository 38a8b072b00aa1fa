package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Grants in the database. */
final class StoredGrants implements Grants {

  private static final String EQUAL =
      "SELECT g.id FROM GrantRow g WHERE g.applicationId = :application"
          + " AND g.environmentId = :environment AND g.target = :target";

  private final Desk desk;
  private final GrantRevocation revocation;

  StoredGrants(Desk desk, GrantRevocation revocation) {
    this.desk = desk;
    this.revocation = revocation;
  }

  @Override
  public GrantDetails grant(Actor actor, NewGrant wanted) {
    return desk.change(
        actor,
        change -> {
          requireFuture(wanted.terms(), change.now());
          GrantRow row = row(change, wanted);
          requireNoEqual(change, row);
          row.grantedBy(change.actorText());
          apply(wanted.terms(), row);
          change.unit().add(row);
          change.unit().touchApplication(row.applicationId());
          GrantDetails made = GrantReader.one(change.rows(), row.id());
          change.audit(GrantReader.subject(made), "grant.make", null, Summary.of(made));
          return made;
        });
  }

  /**
   * What is granted is looked up first: who owns nothing learns nothing about applications either.
   */
  private static GrantRow row(Change change, NewGrant wanted) {
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

  private static void requireNoEqual(Change change, GrantRow row) {
    boolean found =
        change
            .rows()
            .createQuery(EQUAL, String.class)
            .setParameter("application", row.applicationId())
            .setParameter("environment", row.environmentId())
            .setParameter("target", row.target())
            .getResultStream()
            .findAny()
            .isPresent();
    if (found) {
      throw new ChangeConflictException(
          Kind.TAKEN,
          "the application has been granted this in this environment: change that grant");
    }
  }

  private static void apply(GrantTerms terms, GrantRow row) {
    row.limit(terms.notBefore(), terms.expiresAt());
    row.giveRoles(terms.roles());
    row.describe(terms.description());
  }

  @Override
  public GrantDetails change(
      Actor actor, String grantId, GrantTerms terms, ExpectedVersion expected) {
    return desk.change(
        actor,
        change -> {
          GrantRow row = change.lookup().madeGrant(grantId);
          expected.check(row.version());
          GrantDetails before = GrantReader.one(change.rows(), row.id());
          if (before.terms().equals(terms)) {
            return before;
          }
          apply(terms, row);
          change.rows().flush();
          change.unit().touchApplication(row.applicationId());
          GrantDetails after = GrantReader.one(change.rows(), row.id());
          change.audit(
              GrantReader.subject(after), "grant.change", Summary.of(before), Summary.of(after));
          return after;
        });
  }

  @Override
  public void revoke(Actor actor, String grantId, ExpectedVersion expected) {
    desk.change(
        actor,
        change -> {
          GrantRow row = change.lookup().madeGrant(grantId);
          expected.check(row.version());
          revocation.revoke(change, row);
          return row;
        });
  }

  @Override
  public GrantDetails find(Actor actor, String grantId) {
    return desk.read(
        actor, (rows, lookup) -> GrantReader.one(rows, lookup.visibleGrant(grantId).id()));
  }

  @Override
  public Page<GrantDetails> listByApplication(Actor actor, String applicationId, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            page(rows, "g.applicationId = :id", lookup.application(applicationId).id(), paging));
  }

  @Override
  public Page<GrantDetails> listByApi(Actor actor, String apiId, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            page(
                rows,
                "(g.apiId = :id OR (g.apiId IS NULL AND g.groupId ="
                    + " (SELECT t.groupId FROM ApiRow t WHERE t.id = :id)))",
                lookup.api(apiId).id(),
                paging));
  }

  @Override
  public Page<GrantDetails> listByGroup(Actor actor, String groupId, Paging paging) {
    return desk.read(
        actor, (rows, lookup) -> page(rows, "g.groupId = :id", lookup.group(groupId).id(), paging));
  }

  private static Page<GrantDetails> page(
      EntityManager rows, String condition, String id, Paging paging) {
    return Pages.of(GrantReader.where(rows, condition, id), paging, GrantReader::details);
  }
}

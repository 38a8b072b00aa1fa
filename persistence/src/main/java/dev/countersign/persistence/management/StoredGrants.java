package dev.countersign.persistence.management;

import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import jakarta.persistence.EntityManager;

/** Grants in the database. */
final class StoredGrants implements Grants {

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
          GrantRow row = GrantMaking.row(change, wanted);
          if (GrantMaking.equal(change, row).isPresent()) {
            throw new ChangeConflictException(
                Kind.TAKEN,
                "the application has been granted this in this environment: change that grant");
          }
          return GrantMaking.make(change, row, wanted.terms());
        });
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
          GrantMaking.apply(terms, row);
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

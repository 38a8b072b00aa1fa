package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApiGroupNameRow;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;

/** API groups in the database. */
final class StoredApiGroups implements ApiGroups {

  private final Desk desk;

  StoredApiGroups(Desk desk) {
    this.desk = desk;
  }

  @Override
  public ApiGroupDetails define(Actor actor, NewApiGroup wanted) {
    return desk.change(
        actor,
        change -> {
          AccountRow account = change.lookup().account(wanted.accountId());
          change.requireNone(
              "SELECT g.id FROM ApiGroupRow g WHERE g.name = :id",
              wanted.name(),
              Kind.TAKEN,
              "this name of an API group is taken");
          reserve(change, wanted.name(), account.id());
          ApiGroupRow row = new ApiGroupRow(account.id(), wanted.name(), change.now());
          row.describe(wanted.description());
          change.unit().add(row);
          change.unit().touchCatalogue();
          change.audit(Subject.of(row), "group.define", null, Summary.of(row));
          return ApiGroupDetails.of(row);
        });
  }

  @Override
  public ApiGroupDetails describe(
      Actor actor, String groupId, String description, ExpectedVersion expected) {
    Labels.description(description);
    return desk.change(
        actor,
        change -> {
          ApiGroupRow row = change.lookup().group(groupId);
          expected.check(row.version());
          String before = Summary.of(row);
          row.describe(description);
          String after = Summary.of(row);
          if (!after.equals(before)) {
            change.rows().flush();
            change.audit(Subject.of(row), "group.describe", before, after);
          }
          return ApiGroupDetails.of(row);
        });
  }

  @Override
  public void delete(Actor actor, String groupId, ExpectedVersion expected) {
    desk.change(
        actor,
        change -> {
          ApiGroupRow row = change.lookup().group(groupId);
          expected.check(row.version());
          requireUnused(change, row);
          change.unit().remove(row);
          change.unit().touchCatalogue();
          change.audit(Subject.of(row), "group.delete", Summary.of(row), null);
          return row;
        });
  }

  /** The same answer as for a name in use: whose it was is nobody's business. */
  private static void reserve(Change change, String name, String accountId) {
    ApiGroupNameRow reserved = change.rows().find(ApiGroupNameRow.class, name);
    if (reserved == null) {
      change.rows().persist(new ApiGroupNameRow(name, accountId));
    } else if (!reserved.belongsTo(accountId)) {
      throw new ChangeConflictException(Kind.TAKEN, "this name of an API group is taken");
    }
  }

  private static void requireUnused(Change change, ApiGroupRow row) {
    change.requireNone(
        "SELECT a.id FROM ApiRow a WHERE a.groupId = :id",
        row.id(),
        Kind.STATE,
        "the group has APIs: remove them first");
    change.requireNone(
        "SELECT g.id FROM GrantRow g WHERE g.groupId = :id",
        row.id(),
        Kind.STATE,
        "the group is granted: revoke that first");
  }

  @Override
  public ApiGroupDetails find(Actor actor, String groupId) {
    return desk.read(actor, (rows, lookup) -> ApiGroupDetails.of(lookup.group(groupId)));
  }

  @Override
  public Page<ApiGroupDetails> list(Actor actor, String accountId, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery(
                        "SELECT g FROM ApiGroupRow g WHERE g.accountId = :account ORDER BY g.name",
                        ApiGroupRow.class)
                    .setParameter("account", lookup.account(accountId).id()),
                paging,
                ApiGroupDetails::of));
  }

  @Override
  public Page<ApiGroupDetails> listAll(Actor.Operator actor, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery("SELECT g FROM ApiGroupRow g ORDER BY g.name", ApiGroupRow.class),
                paging,
                ApiGroupDetails::of));
  }
}

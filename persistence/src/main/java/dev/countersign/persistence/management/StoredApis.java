package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.util.List;

/** APIs in the database. */
final class StoredApis implements Apis {

  private static final String LIST =
      "SELECT a FROM ApiRow a WHERE a.groupId = :group ORDER BY a.template, a.method, a.id";

  private final Desk desk;

  StoredApis(Desk desk) {
    this.desk = desk;
  }

  @Override
  public ApiDetails define(Actor actor, NewApi wanted) {
    return desk.change(
        actor,
        change -> {
          ApiGroupRow group = change.lookup().group(wanted.groupId());
          requireNoEqual(change, group, wanted);
          return ApiDetails.of(ApiBatch.define(change, group, wanted));
        });
  }

  @Override
  public List<PlannedApi> plan(Actor actor, String groupId, List<NewApi> wanted) {
    return desk.read(actor, (rows, lookup) -> ApiBatch.plan(rows, lookup.group(groupId), wanted));
  }

  @Override
  public List<PlannedApi> defineAll(Actor actor, String groupId, List<NewApi> wanted) {
    return desk.change(
        actor,
        change -> {
          ApiGroupRow group = change.lookup().group(groupId);
          List<PlannedApi> plan = ApiBatch.plan(change.rows(), group, wanted);
          plan.stream()
              .filter(one -> !one.present())
              .forEach(one -> ApiBatch.define(change, group, one.api()));
          return plan;
        });
  }

  private static void requireNoEqual(Change change, ApiGroupRow group, NewApi wanted) {
    ApiBatch.equal(change.rows(), group, wanted).ifPresent(StoredApis::refuse);
  }

  private static void refuse(ApiRow equal) {
    throw new ChangeConflictException(
        Kind.TAKEN,
        "the group has " + equal.method() + " " + equal.template() + ", which matches the same");
  }

  @Override
  public ApiDetails describe(
      Actor actor, String apiId, String description, ExpectedVersion expected) {
    Labels.description(description);
    return desk.change(
        actor,
        change -> {
          ApiRow row = change.lookup().api(apiId);
          expected.check(row.version());
          ApiGroupRow group = change.lookup().group(row.groupId());
          String before = Summary.of(row, group);
          row.describe(description);
          String after = Summary.of(row, group);
          if (!after.equals(before)) {
            change.rows().flush();
            change.audit(Subject.ofApi(row.id(), group), "api.describe", before, after);
          }
          return ApiDetails.of(row);
        });
  }

  @Override
  public void remove(Actor actor, String apiId, ExpectedVersion expected) {
    desk.change(
        actor,
        change -> {
          ApiRow row = change.lookup().api(apiId);
          expected.check(row.version());
          change.requireNone(
              "SELECT g.id FROM GrantRow g WHERE g.apiId = :id",
              row.id(),
              Kind.STATE,
              "the API is granted: revoke that first");
          ApiGroupRow group = change.lookup().group(row.groupId());
          change.unit().remove(row);
          change.unit().touchCatalogue();
          change.audit(Subject.ofApi(row.id(), group), "api.remove", Summary.of(row, group), null);
          return row;
        });
  }

  @Override
  public ApiDetails find(Actor actor, String apiId) {
    return desk.read(actor, (rows, lookup) -> ApiDetails.of(lookup.api(apiId)));
  }

  @Override
  public Page<ApiDetails> list(Actor actor, String groupId, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery(LIST, ApiRow.class)
                    .setParameter("group", lookup.group(groupId).id()),
                paging,
                ApiDetails::of));
  }
}

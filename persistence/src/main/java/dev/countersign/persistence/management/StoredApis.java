package dev.countersign.persistence.management;

import dev.countersign.filter.access.PathTemplate;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;

/** APIs in the database. */
final class StoredApis implements Apis {

  private static final String EQUAL =
      "SELECT a FROM ApiRow a WHERE a.groupId = :group AND a.method = :method"
          + " AND a.shape = :shape";

  private static final String LIST =
      "SELECT a FROM ApiRow a WHERE a.groupId = :group ORDER BY a.template, a.method, a.id";

  private final Desk desk;

  StoredApis(Desk desk) {
    this.desk = desk;
  }

  @Override
  public ApiDetails define(Actor actor, NewApi wanted) {
    PathTemplate template = Operations.template(wanted.template());
    return desk.change(
        actor,
        change -> {
          ApiGroupRow group = change.lookup().group(wanted.groupId());
          requireNoEqual(change, group, wanted.method(), template);
          ApiRow row = new ApiRow(group.id(), wanted.method(), template, change.now());
          row.describe(wanted.description());
          change.unit().add(row);
          change.unit().touchCatalogue();
          change.audit(Subject.ofApi(row.id(), group), "api.define", null, Summary.of(row, group));
          return ApiDetails.of(row);
        });
  }

  private static void requireNoEqual(
      Change change, ApiGroupRow group, String method, PathTemplate template) {
    change
        .rows()
        .createQuery(EQUAL, ApiRow.class)
        .setParameter("group", group.id())
        .setParameter("method", method)
        .setParameter("shape", template.shape())
        .getResultStream()
        .findFirst()
        .ifPresent(StoredApis::refuse);
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

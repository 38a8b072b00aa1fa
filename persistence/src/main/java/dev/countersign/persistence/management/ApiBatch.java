package dev.countersign.persistence.management;

import dev.countersign.filter.access.PathTemplate;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Defines APIs of a group, one or many. */
final class ApiBatch {

  private static final String EQUAL =
      "SELECT a FROM ApiRow a WHERE a.groupId = :group AND a.method = :method"
          + " AND a.shape = :shape";

  private ApiBatch() {}

  /** The API of the group that matches the same requests. */
  static Optional<ApiRow> equal(EntityManager rows, ApiGroupRow group, NewApi wanted) {
    return rows.createQuery(EQUAL, ApiRow.class)
        .setParameter("group", group.id())
        .setParameter("method", wanted.method())
        .setParameter("shape", Operations.template(wanted.template()).shape())
        .getResultStream()
        .findFirst();
  }

  static ApiRow define(Change change, ApiGroupRow group, NewApi wanted) {
    PathTemplate template = Operations.template(wanted.template());
    ApiRow row = new ApiRow(group.id(), wanted.method(), template, change.now());
    row.describe(wanted.description());
    change.unit().add(row);
    change.unit().touchCatalogue();
    change.audit(Subject.ofApi(row.id(), group), "api.define", null, Summary.of(row, group));
    return row;
  }

  static List<PlannedApi> plan(EntityManager rows, ApiGroupRow group, List<NewApi> wanted) {
    if (wanted.size() > Apis.MOST_AT_ONCE) {
      throw new InvalidArgumentException(
          "at most " + Apis.MOST_AT_ONCE + " APIs are defined at once");
    }
    Set<String> present = new HashSet<>();
    rows.createQuery("SELECT a FROM ApiRow a WHERE a.groupId = :group", ApiRow.class)
        .setParameter("group", group.id())
        .getResultStream()
        .forEach(row -> present.add(row.method() + " " + row.template().shape()));
    List<PlannedApi> plan = new ArrayList<>();
    for (NewApi api : wanted) {
      if (!api.groupId().equals(group.id())) {
        throw new InvalidArgumentException("all APIs are of the one group");
      }
      String shape = Operations.template(api.template()).shape();
      plan.add(new PlannedApi(api, !present.add(api.method() + " " + shape)));
    }
    return plan;
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;

/** Environments in the database. */
final class StoredEnvironments implements Environments {

  private final Desk desk;

  StoredEnvironments(Desk desk) {
    this.desk = desk;
  }

  @Override
  public EnvironmentDetails create(Actor.Operator actor, String name, String description) {
    Labels.identifier("the name of an environment", name);
    Labels.description(description);
    return desk.change(
        actor,
        change -> {
          change.requireNone(
              "SELECT e.id FROM EnvironmentRow e WHERE e.name = :id",
              name,
              Kind.TAKEN,
              "there is an environment of this name");
          EnvironmentRow row = new EnvironmentRow(name, change.now());
          row.describe(description);
          change.unit().add(row);
          change.audit(Subject.of(row), "environment.create", null, Summary.of(row));
          return EnvironmentDetails.of(row);
        });
  }

  @Override
  public EnvironmentDetails describe(
      Actor.Operator actor, String environmentId, String description, ExpectedVersion expected) {
    Labels.description(description);
    return desk.change(
        actor,
        change -> {
          EnvironmentRow row = change.lookup().environment(environmentId);
          expected.check(row.version());
          String before = Summary.of(row);
          row.describe(description);
          String after = Summary.of(row);
          if (!after.equals(before)) {
            change.rows().flush();
            change.audit(Subject.of(row), "environment.describe", before, after);
          }
          return EnvironmentDetails.of(row);
        });
  }

  @Override
  public void delete(Actor.Operator actor, String environmentId, ExpectedVersion expected) {
    desk.change(
        actor,
        change -> {
          EnvironmentRow row = change.lookup().environment(environmentId);
          expected.check(row.version());
          change.requireNone(
              "SELECT g.id FROM GrantRow g WHERE g.environmentId = :id",
              row.id(),
              Kind.STATE,
              "grants name this environment: revoke them first");
          change.unit().remove(row);
          change.audit(Subject.of(row), "environment.delete", Summary.of(row), null);
          return row;
        });
  }

  @Override
  public EnvironmentDetails find(Actor actor, String environmentId) {
    return desk.read(
        actor, (rows, lookup) -> EnvironmentDetails.of(lookup.environment(environmentId)));
  }

  @Override
  public EnvironmentDetails findByName(Actor actor, String name) {
    return desk.read(actor, (rows, lookup) -> EnvironmentDetails.of(lookup.environmentNamed(name)));
  }

  @Override
  public Page<EnvironmentDetails> list(Actor actor, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery(
                    "SELECT e FROM EnvironmentRow e ORDER BY e.name", EnvironmentRow.class),
                paging,
                EnvironmentDetails::of));
  }
}

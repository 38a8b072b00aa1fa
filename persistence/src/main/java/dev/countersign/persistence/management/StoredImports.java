package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.importfile.ImportColumn;
import dev.countersign.persistence.importfile.ImportFormat;
import dev.countersign.persistence.importfile.LineErrors;
import dev.countersign.persistence.vault.SecretVault;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Imports into the database. */
final class StoredImports implements Imports {

  private final Desk desk;
  private final SecretVault vault;
  private final InstantSource clock;

  StoredImports(Desk desk, SecretVault vault, InstantSource clock) {
    this.desk = desk;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public ImportResult check(Actor actor, String accountId, ImportFormat format, InputStream file)
      throws IOException {
    return checked(actor, accountId, read(actor, accountId, format, file));
  }

  @Override
  public ImportResult importAll(
      Actor actor, String accountId, ImportFormat format, InputStream file) throws IOException {
    ImportPlan plan = read(actor, accountId, format, file);
    if (!plan.errors().isEmpty()) {
      return checked(actor, accountId, plan);
    }
    return desk.change(
        actor,
        change -> {
          AccountRow account = change.lookup().account(accountId);
          Set<String> used = new KnownKeys(change.rows()).used(plan.places().keySet());
          return used.isEmpty()
              ? new ImportResult.Imported(
                  new ImportWriter(change, account, vault).write(plan.applications()))
              : obstructed(change.rows(), accountId, plan, used);
        });
  }

  /** Whose account it is not learns nothing about his file either. */
  private ImportPlan read(Actor actor, String accountId, ImportFormat format, InputStream file)
      throws IOException {
    desk.read(actor, (rows, lookup) -> lookup.account(accountId));
    return ImportPlan.read(file, format);
  }

  private ImportResult checked(Actor actor, String accountId, ImportPlan plan) {
    return desk.read(
        actor,
        (rows, lookup) -> {
          Set<String> used = new KnownKeys(rows).used(plan.places().keySet());
          return used.isEmpty() && plan.errors().isEmpty()
              ? new ImportResult.Importable(plan.applications().size())
              : obstructed(rows, accountId, plan, used);
        });
  }

  /** There are errors, or app keys that are used: then it is all there, or all of it is refused. */
  private ImportResult obstructed(
      EntityManager rows, String accountId, ImportPlan plan, Set<String> used) {
    if (plan.errors().isEmpty() && used.size() == plan.applications().size()) {
      Map<String, ApplicationDetails> same =
          new KnownKeys(rows).same(accountId, plan.applications(), vault, clock.instant());
      if (same.size() == used.size()) {
        return new ImportResult.AlreadyThere(inOrder(plan.applications(), same));
      }
    }
    LineErrors errors = plan.errors().copy();
    used.forEach(
        key ->
            errors.add(
                Objects.requireNonNull(plan.places().get(key)),
                ImportColumn.APP_KEY,
                "this app key is used already, maybe by a deleted application"));
    return new ImportResult.Rejected(errors.sorted(), errors.hasMore());
  }

  private static List<ApplicationDetails> inOrder(
      List<PlannedApplication> planned, Map<String, ApplicationDetails> details) {
    return planned.stream()
        .map(one -> Objects.requireNonNull(details.get(one.appKey().value())))
        .toList();
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.management.ChangeConflictException.Kind;

/** Accounts in the database. */
final class StoredAccounts implements Accounts {

  private static final String BY_NAME = "SELECT a FROM AccountRow a WHERE a.name = :name";

  private final Desk desk;

  StoredAccounts(Desk desk) {
    this.desk = desk;
  }

  @Override
  public AccountDetails create(Actor.Operator actor, String name) {
    Labels.name(name);
    return desk.change(
        actor,
        change -> {
          requireFree(change, name);
          AccountRow row = change.unit().add(new AccountRow(name, change.now()));
          change.audit(Subject.of(row), "account.create", null, summary(row));
          return AccountDetails.of(row);
        });
  }

  @Override
  public AccountDetails rename(
      Actor.Operator actor, String accountId, String name, ExpectedVersion expected) {
    Labels.name(name);
    return desk.change(
        actor,
        change -> {
          AccountRow row = change.lookup().account(accountId);
          expected.check(row.version());
          if (row.name().equals(name)) {
            return AccountDetails.of(row);
          }
          requireFree(change, name);
          String before = summary(row);
          row.rename(name);
          change.rows().flush();
          change.audit(Subject.of(row), "account.rename", before, summary(row));
          return AccountDetails.of(row);
        });
  }

  @Override
  public AccountDetails find(Actor actor, String accountId) {
    return desk.read(actor, (rows, lookup) -> AccountDetails.of(lookup.account(accountId)));
  }

  @Override
  public AccountDetails findByName(Actor.Operator actor, String name) {
    Labels.name(name);
    return desk.read(
        actor,
        (rows, lookup) ->
            rows.createQuery(BY_NAME, AccountRow.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(AccountDetails::of)
                .orElseThrow(() -> new UnknownObjectException(Lookup.ACCOUNT)));
  }

  @Override
  public Page<AccountDetails> list(Actor.Operator actor, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery("SELECT a FROM AccountRow a ORDER BY a.name", AccountRow.class),
                paging,
                AccountDetails::of));
  }

  private static void requireFree(Change change, String name) {
    change.requireNone(
        "SELECT a.id FROM AccountRow a WHERE a.name = :id",
        name,
        Kind.TAKEN,
        "there is an account of this name");
  }

  private static String summary(AccountRow row) {
    return Summary.begin().with("name", row.name()).end();
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.Ids;
import dev.countersign.signing.AppKey;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Applications in the database. */
final class StoredApplications implements Applications {

  private static final String APP_KEY_PREFIX = "ak_";

  private static final String FOUND =
      "SELECT a FROM ApplicationRow a WHERE a.state <> 'deleted'"
          + " AND (:search = '' OR LOCATE(LOWER(:search), LOWER(a.name)) > 0"
          + " OR a.appKey = :search OR a.id = :search)";
  private static final String OF_ACCOUNT = " AND a.accountId = :account";
  private static final String ORDERED = " ORDER BY a.name, a.id";

  private final Desk desk;
  private final SecretSlots slots;
  private final GrantRevocation revocation;

  StoredApplications(Desk desk, SecretSlots slots, GrantRevocation revocation) {
    this.desk = desk;
    this.slots = slots;
    this.revocation = revocation;
  }

  @Override
  public IssuedApplication create(Actor actor, NewApplication wanted) {
    return desk.change(
        actor,
        change -> {
          AccountRow account = change.lookup().account(wanted.accountId());
          ApplicationRow row = change.unit().add(row(account, wanted, change));
          IssuedSecret secret = slots.issueFirst(change, row);
          change.unit().touchApplication(row.id());
          change.audit(Subject.of(row), "application.create", null, Summary.of(row));
          return new IssuedApplication(ApplicationDetails.of(row), secret);
        });
  }

  private static ApplicationRow row(AccountRow account, NewApplication wanted, Change change) {
    AppKey key = new AppKey(APP_KEY_PREFIX + Ids.next());
    ApplicationRow row =
        new ApplicationRow(account.id(), key, wanted.name(), wanted.schemes(), change.now());
    row.describe(wanted.description());
    return row;
  }

  @Override
  public ApplicationDetails rename(
      Actor actor, String applicationId, String name, ExpectedVersion expected) {
    Labels.name(name);
    return edit(actor, applicationId, expected, "application.rename", row -> row.rename(name));
  }

  @Override
  public ApplicationDetails describe(
      Actor actor, String applicationId, String description, ExpectedVersion expected) {
    Labels.description(description);
    return edit(
        actor, applicationId, expected, "application.describe", row -> row.describe(description));
  }

  @Override
  public ApplicationDetails acceptSchemes(
      Actor actor, String applicationId, Set<String> schemeIds, ExpectedVersion expected) {
    Set<String> ids = SchemeIds.checked(schemeIds);
    return edit(
        actor, applicationId, expected, "application.schemes", row -> row.acceptSchemes(ids));
  }

  @Override
  public ApplicationDetails enable(Actor actor, String applicationId, ExpectedVersion expected) {
    return edit(actor, applicationId, expected, "application.enable", ApplicationRow::enable);
  }

  @Override
  public ApplicationDetails disable(Actor actor, String applicationId, ExpectedVersion expected) {
    return edit(actor, applicationId, expected, "application.disable", ApplicationRow::disable);
  }

  @Override
  public ApplicationDetails change(
      Actor actor, String applicationId, ApplicationChange wanted, ExpectedVersion expected) {
    return edit(actor, applicationId, expected, ApplicationEdit.of(wanted));
  }

  private ApplicationDetails edit(
      Actor actor,
      String applicationId,
      ExpectedVersion expected,
      String action,
      Consumer<ApplicationRow> edit) {
    return edit(actor, applicationId, expected, List.of(new ApplicationEdit(action, edit)));
  }

  private ApplicationDetails edit(
      Actor actor, String applicationId, ExpectedVersion expected, List<ApplicationEdit> edits) {
    return desk.change(
        actor,
        change -> {
          ApplicationRow row = change.lookup().application(applicationId);
          expected.check(row.version());
          edits.forEach(edit -> edit.make(change, row));
          change.rows().flush();
          return ApplicationDetails.of(row);
        });
  }

  @Override
  public void delete(Actor actor, String applicationId, ExpectedVersion expected) {
    desk.change(
        actor,
        change -> {
          ApplicationRow row = change.lookup().lockedApplication(applicationId);
          expected.check(row.version());
          revocation.revokeAllOf(change, row);
          slots.erase(change, row);
          String before = Summary.of(row);
          row.delete();
          change.unit().touchApplication(row.id());
          change.audit(Subject.of(row), "application.delete", before, null);
          return row;
        });
  }

  @Override
  public ApplicationDetails find(Actor actor, String applicationId) {
    return desk.read(
        actor, (rows, lookup) -> ApplicationDetails.of(lookup.application(applicationId)));
  }

  @Override
  public Page<ApplicationDetails> list(
      Actor actor, String accountId, String search, Paging paging) {
    Labels.search(search);
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery(FOUND + OF_ACCOUNT + ORDERED, ApplicationRow.class)
                    .setParameter("account", lookup.account(accountId).id())
                    .setParameter("search", search),
                paging,
                ApplicationDetails::of));
  }

  @Override
  public Page<ApplicationDetails> search(Actor.Operator actor, String search, Paging paging) {
    Labels.search(search);
    return desk.read(
        actor,
        (rows, lookup) ->
            Pages.of(
                rows.createQuery(FOUND + ORDERED, ApplicationRow.class)
                    .setParameter("search", search),
                paging,
                ApplicationDetails::of));
  }

  @Override
  public ApplicationLabel label(Actor actor, String applicationId) {
    return desk.read(
        actor,
        (rows, lookup) -> {
          ApplicationRow row = lookup.applicationOfAnybody(applicationId);
          return new ApplicationLabel(row.id(), row.name(), lookup.isOwn(row.accountId()));
        });
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.BulkRows;
import dev.countersign.persistence.vault.SealedSecret;
import dev.countersign.persistence.vault.SecretVault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the applications of a file, with secrets and history, inside one change. */
final class ImportWriter {

  /** So many are in memory as rows at once. */
  private static final int AT_ONCE = 1000;

  private final Change change;
  private final AccountRow account;
  private final SecretVault vault;

  ImportWriter(Change change, AccountRow account, SecretVault vault) {
    this.change = change;
    this.account = account;
    this.vault = vault;
  }

  List<ApplicationDetails> write(List<PlannedApplication> planned) {
    List<ApplicationDetails> made = new ArrayList<>(planned.size());
    for (int from = 0; from < planned.size(); from += AT_ONCE) {
      made.addAll(writeSome(planned.subList(from, Math.min(planned.size(), from + AT_ONCE))));
    }
    change.unit().touchEverything();
    return made;
  }

  private List<ApplicationDetails> writeSome(List<PlannedApplication> planned) {
    List<ApplicationDetails> made = new ArrayList<>();
    List<List<@Nullable Object>> applications = new ArrayList<>();
    List<List<@Nullable Object>> secrets = new ArrayList<>();
    List<List<@Nullable Object>> history = new ArrayList<>();
    for (PlannedApplication one : planned) {
      ApplicationRow row = application(one);
      applications.add(BulkRows.of(row));
      secrets.add(BulkRows.of(secret(row, one.secret())));
      history.add(BulkRows.of(line(row)));
      made.add(details(row));
    }
    // Secrets refer to their applications.
    change.unit().addAll(BulkRows.INSERT_APPLICATION, applications);
    change.unit().addAll(BulkRows.INSERT_SECRET, secrets);
    change.unit().addAll(BulkRows.INSERT_CHANGE, history);
    return made;
  }

  private ApplicationRow application(PlannedApplication one) {
    ApplicationRow row =
        new ApplicationRow(account.id(), one.appKey(), one.name(), one.schemes(), change.now());
    row.describe(one.description());
    return row;
  }

  private AppSecretRow secret(ApplicationRow application, PlannedApplication.ImportedSecret given) {
    int slot = AppSecretRow.FIRST_SLOT;
    SealedSecret sealed = vault.seal(application.id(), slot, given.secret());
    AppSecretRow row = new AppSecretRow(application.id(), slot, given.encoding(), change.now());
    row.seal(sealed.masterKeyId(), sealed.bytes());
    return row;
  }

  private AuditRow line(ApplicationRow row) {
    return new AuditRow(
        change.audited(Subject.of(row), "application.import", null, Summary.of(row)), change.now());
  }

  private static ApplicationDetails details(ApplicationRow row) {
    return new ApplicationDetails(
        row.id(),
        row.accountId(),
        row.appKey(),
        row.name(),
        row.description(),
        true,
        row.schemes(),
        row.createdAt(),
        BulkRows.FIRST_VERSION);
  }
}

package dev.countersign.persistence.store;

import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.Credential.LiveSecret;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.ApplicationState;
import dev.countersign.persistence.vault.SealedSecret;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.persistence.work.Transactions;
import dev.countersign.signing.AppKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Credentials as they are in the database: one query each, by the unique app key. Thread-safe. */
final class StoredCredentials implements CredentialStore {

  private static final String QUERY =
      "SELECT a, s FROM ApplicationRow a LEFT JOIN AppSecretRow s ON s.applicationId = a.id"
          + " WHERE a.appKey = :appKey ORDER BY s.slot";

  private final Transactions transactions;
  private final SecretVault vault;
  private final InstantSource clock;

  StoredCredentials(Transactions transactions, SecretVault vault, InstantSource clock) {
    this.transactions = transactions;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Optional<Credential> find(AppKey appKey) {
    List<Object[]> rows = transactions.read(entities -> rows(entities, appKey));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ApplicationRow application = (ApplicationRow) rows.get(0)[0];
    // Once more in Java: some databases take letters of other cases, or trailing spaces, for equal.
    boolean known =
        application.appKey().equals(appKey) && application.state() != ApplicationState.DELETED;
    return known ? Optional.of(credential(application, rows)) : Optional.empty();
  }

  private static List<Object[]> rows(EntityManager entities, AppKey appKey) {
    return entities
        .createQuery(QUERY, Object[].class)
        .setParameter("appKey", appKey.value())
        .getResultList();
  }

  private Credential credential(ApplicationRow application, List<Object[]> rows) {
    return new Credential(
        application.id(),
        application.accountId(),
        application.appKey(),
        application.state() == ApplicationState.ENABLED,
        application.schemes(),
        secrets(rows));
  }

  private List<LiveSecret> secrets(List<Object[]> rows) {
    Instant now = clock.instant();
    List<LiveSecret> secrets = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[1] instanceof AppSecretRow sealed && isLive(sealed, now)) {
        secrets.add(opened(sealed));
      }
    }
    return secrets;
  }

  /** What has run out is left closed: the master key that sealed it may be gone by right. */
  private static boolean isLive(AppSecretRow secret, Instant now) {
    Instant end = secret.validUntil();
    return end == null || now.isBefore(end);
  }

  private LiveSecret opened(AppSecretRow row) {
    SealedSecret sealed = new SealedSecret(row.masterKeyId(), row.sealed());
    return new LiveSecret(
        vault.open(row.applicationId(), row.slot(), sealed), row.validUntil(), row.slot());
  }
}

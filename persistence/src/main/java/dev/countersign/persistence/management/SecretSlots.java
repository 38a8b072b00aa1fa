package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.persistence.vault.SealedSecret;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.signing.Secret;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two slots that an application has for secrets. One secret has no end; another, which it
 * replaced, may still serve. Whoever changes them holds the lock of the application. Thread-safe.
 */
final class SecretSlots {

  private static final String OF_APPLICATION =
      "SELECT s FROM AppSecretRow s WHERE s.applicationId = :application ORDER BY s.slot";

  private final SecretVault vault;
  private final SecureRandom random = new SecureRandom();

  SecretSlots(SecretVault vault) {
    this.vault = vault;
  }

  static List<AppSecretRow> of(EntityManager rows, String applicationId) {
    return rows.createQuery(OF_APPLICATION, AppSecretRow.class)
        .setParameter("application", applicationId)
        .getResultList();
  }

  /** Whether it may be used at this instant. */
  static boolean isLive(AppSecretRow row, Instant now) {
    Instant end = row.validUntil();
    return end == null || now.isBefore(end);
  }

  IssuedSecret issueFirst(Change change, ApplicationRow application) {
    return issue(change, application, AppSecretRow.FIRST_SLOT, null);
  }

  /** Erases all secrets and issues a new one, in the other slot than the present one. */
  IssuedSecret replace(Change change, ApplicationRow application) {
    int slot = otherThan(presentSlot(of(change.rows(), application.id())));
    erase(change, application);
    return issue(change, application, slot, null);
  }

  /** Lets the present secret end at this instant, and issues a new one in the other slot. */
  IssuedSecret overlap(Change change, ApplicationRow application, Instant end) {
    List<AppSecretRow> secrets = of(change.rows(), application.id());
    int present = presentSlot(secrets);
    for (AppSecretRow secret : secrets) {
      if (secret.slot() == present) {
        secret.endAt(end);
      } else {
        change.unit().remove(secret);
      }
    }
    return issue(change, application, otherThan(present), end);
  }

  void erase(Change change, ApplicationRow application) {
    of(change.rows(), application.id()).forEach(secret -> change.unit().remove(secret));
  }

  private IssuedSecret issue(
      Change change, ApplicationRow application, int slot, @Nullable Instant formerEnd) {
    Secret secret = Secret.generate(random);
    SealedSecret sealed = vault.seal(application.id(), slot, secret);
    AppSecretRow row = new AppSecretRow(application.id(), slot, SecretEncoding.TEXT, change.now());
    row.seal(sealed.masterKeyId(), sealed.bytes());
    change.unit().add(row);
    return new IssuedSecret(application.id(), application.appKey(), secret, formerEnd);
  }

  /** The slot of the secret without end, or of the only one. */
  private static int presentSlot(List<AppSecretRow> secrets) {
    return secrets.stream()
        .filter(secret -> secret.validUntil() == null)
        .mapToInt(AppSecretRow::slot)
        .findFirst()
        .orElse(AppSecretRow.SECOND_SLOT);
  }

  private static int otherThan(int slot) {
    return slot == AppSecretRow.FIRST_SLOT ? AppSecretRow.SECOND_SLOT : AppSecretRow.FIRST_SLOT;
  }
}

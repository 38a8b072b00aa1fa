package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.ApplicationState;
import dev.countersign.persistence.vault.SealedSecret;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.MacTag;
import dev.countersign.signing.Secret;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of many app keys are there; looked up in few queries by the unique index. */
final class KnownKeys {

  private static final int AT_ONCE = 1000;

  private static final String USED =
      "SELECT a.appKey FROM ApplicationRow a WHERE a.appKey IN :keys";
  private static final String WITH_SECRETS =
      "SELECT a, s FROM ApplicationRow a, AppSecretRow s WHERE s.applicationId = a.id"
          + " AND a.accountId = :account AND a.appKey IN :keys";
  private static final byte[] PROBE = "the same secret".getBytes(StandardCharsets.UTF_8);

  private final EntityManager rows;

  KnownKeys(EntityManager rows) {
    this.rows = rows;
  }

  /** Those that any application has or had, the deleted ones included. */
  Set<String> used(Collection<String> keys) {
    Set<String> used = new HashSet<>();
    for (List<String> some : chunks(keys)) {
      used.addAll(rows.createQuery(USED, String.class).setParameter("keys", some).getResultList());
    }
    return used;
  }

  /**
   * The applications of this account that have these app keys and secrets now.
   *
   * @return by app key
   */
  Map<String, ApplicationDetails> same(
      String accountId, Collection<PlannedApplication> planned, SecretVault vault, Instant now) {
    Map<String, Secret> secrets = new HashMap<>();
    planned.forEach(one -> secrets.put(one.appKey().value(), one.secret().secret()));
    Map<String, ApplicationDetails> same = new HashMap<>();
    for (List<String> some : chunks(secrets.keySet())) {
      for (Object[] row :
          rows.createQuery(WITH_SECRETS, Object[].class)
              .setParameter("account", accountId)
              .setParameter("keys", some)
              .getResultList()) {
        ApplicationRow application = (ApplicationRow) row[0];
        Secret wanted = secrets.get(application.appKey().value());
        if (wanted != null
            && isLive(application, (AppSecretRow) row[1], now)
            && areSame(wanted, opened((AppSecretRow) row[1], vault))) {
          same.put(application.appKey().value(), ApplicationDetails.of(application));
        }
      }
    }
    return same;
  }

  private static boolean isLive(ApplicationRow application, AppSecretRow secret, Instant now) {
    return application.state() != ApplicationState.DELETED && SecretSlots.isLive(secret, now);
  }

  private static Secret opened(AppSecretRow row, SecretVault vault) {
    return vault.open(
        row.applicationId(), row.slot(), new SealedSecret(row.masterKeyId(), row.sealed()));
  }

  private static boolean areSame(Secret one, Secret other) {
    MacTag tag = MacTag.of(one.hmac(Hmac.Algorithm.SHA256).compute(PROBE));
    return other.hmac(Hmac.Algorithm.SHA256).matches(PROBE, tag);
  }

  private static List<List<String>> chunks(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return chunks;
  }
}

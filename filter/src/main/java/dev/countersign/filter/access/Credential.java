package dev.countersign.filter.access;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of an app key. Immutable and thread-safe.
 *
 * @param applicationId id of the application
 * @param accountId id of the account that owns it
 * @param appKey its key, as stored
 * @param enabled whether it may call at all
 * @param schemes ids of the schemes that it may sign with
 * @param secrets one, or two while a rotation overlaps
 */
public record Credential(
    String applicationId,
    String accountId,
    AppKey appKey,
    boolean enabled,
    Set<String> schemes,
    List<LiveSecret> secrets) {

  /** Most secrets that an application can have at once. */
  public static final int MAX_SECRETS = 2;

  /** Copies the collections. */
  public Credential {
    schemes = Set.copyOf(schemes);
    secrets = List.copyOf(secrets);
    if (secrets.size() > MAX_SECRETS) {
      throw new IllegalArgumentException("an application has at most " + MAX_SECRETS + " secrets");
    }
  }

  /**
   * A secret and how long it serves.
   *
   * @param validUntil the instant from which it is refused; {@code null} while it has no end
   * @param slot by which its store tells it from the application's other one; 0 where it does not
   */
  public record LiveSecret(Secret secret, @Nullable Instant validUntil, int slot) {

    /** Of a store that tells no slots. */
    public LiveSecret(Secret secret, @Nullable Instant validUntil) {
      this(secret, validUntil, 0);
    }

    /** Whether it may be used at this instant. */
    public boolean isLiveAt(Instant now) {
      return validUntil == null || now.isBefore(validUntil);
    }
  }

  /** The secrets that may be used at this instant. */
  public List<Secret> secretsAt(Instant now) {
    return liveAt(now).stream().map(LiveSecret::secret).toList();
  }

  /** The same, with what else is known of them. */
  List<LiveSecret> liveAt(Instant now) {
    return secrets.stream().filter(live -> live.isLiveAt(now)).toList();
  }
}

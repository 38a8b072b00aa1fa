package dev.countersign.persistence.management;

import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A secret on its way to its owner. It gives its text once, prints nothing, and is in no other
 * answer: nobody can read a secret that was issued, only replace it. Thread-safe.
 */
public final class IssuedSecret {

  private final String applicationId;
  private final AppKey appKey;
  private final @Nullable Instant formerValidUntil;
  private final AtomicReference<@Nullable Secret> secret;

  IssuedSecret(
      String applicationId, AppKey appKey, Secret secret, @Nullable Instant formerValidUntil) {
    this.applicationId = applicationId;
    this.appKey = appKey;
    this.secret = new AtomicReference<>(secret);
    this.formerValidUntil = formerValidUntil;
  }

  /** Id of the application whose secret it is. */
  public String applicationId() {
    return applicationId;
  }

  /** The app key that it signs with. */
  public AppKey appKey() {
    return appKey;
  }

  /** How {@link #take()} writes it down. */
  public SecretEncoding encoding() {
    return SecretEncoding.TEXT;
  }

  /** The instant from which the former secret is refused; {@code null} where none overlaps. */
  public @Nullable Instant formerValidUntil() {
    return formerValidUntil;
  }

  /**
   * The secret: its UTF-8 bytes are the key of the HMAC.
   *
   * @throws IllegalStateException if it was taken before
   */
  public String take() {
    Secret taken = secret.getAndSet(null);
    if (taken == null) {
      throw new IllegalStateException("a secret is shown once; issue another if it is lost");
    }
    return taken.revealText();
  }

  @Override
  public String toString() {
    return "IssuedSecret[redacted]";
  }
}

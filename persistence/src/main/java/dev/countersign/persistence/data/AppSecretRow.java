package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sealed secret. An application has two slots, so a third live secret cannot exist. */
@Entity
@Table(name = "cs_app_secret")
@IdClass(AppSecretId.class)
public class AppSecretRow {

  /** The slot of the first secret. */
  public static final int FIRST_SLOT = 1;

  /** The other slot. */
  public static final int SECOND_SLOT = 2;

  @Id
  @Column(name = "application_id")
  private String applicationId;

  @Id
  @Column(name = "slot")
  private short slot;

  @Column(name = "sealed")
  private byte[] sealed;

  @Column(name = "master_key_id")
  private String masterKeyId;

  @Column(name = "encoding")
  private String encoding;

  @Column(name = "valid_until")
  private @Nullable Long validUntil;

  @Column(name = "created_at")
  private long createdAt;

  // Written behind the requests' back, by a statement: no change that counts.
  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Long lastUsedAt;

  @Version
  @Column(name = "version")
  private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AppSecretRow() {}

  /** A new row that seals nothing yet; {@link #seal} has to follow before the flush. */
  @SuppressWarnings("NullAway.Init")
  public AppSecretRow(String applicationId, int slot, SecretEncoding encoding, Instant now) {
    if (slot != FIRST_SLOT && slot != SECOND_SLOT) {
      throw new IllegalArgumentException("a secret has slot " + FIRST_SLOT + " or " + SECOND_SLOT);
    }
    this.applicationId = applicationId;
    this.slot = (short) slot;
    this.encoding = encoding.column();
    this.createdAt = now.toEpochMilli();
  }

  /** Holds this ciphertext from now on, sealed for this application and slot. */
  public void seal(String keyId, byte[] ciphertext) {
    this.masterKeyId = keyId;
    this.sealed = ciphertext.clone();
  }

  /** Ends it at this instant; {@code null} for never. */
  public void endAt(@Nullable Instant instant) {
    this.validUntil = Millis.of(instant);
  }

  /** Id of the application. */
  public String applicationId() {
    return applicationId;
  }

  /** 1 or 2. */
  public int slot() {
    return slot;
  }

  /** The ciphertext, a copy. */
  public byte[] sealed() {
    return sealed.clone();
  }

  /** The fingerprint of the master key that seals it. */
  public String masterKeyId() {
    return masterKeyId;
  }

  /** How it is written down. */
  public SecretEncoding encoding() {
    return SecretEncoding.ofColumn(encoding);
  }

  /** The instant from which it is refused; {@code null} while it has no end. */
  public @Nullable Instant validUntil() {
    return Millis.instant(validUntil);
  }

  /** When it was last good for a signature, about; {@code null} for never. */
  public @Nullable Instant lastUsedAt() {
    return Millis.instant(lastUsedAt);
  }

  /** When it was issued. */
  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAt);
  }

  /** Rises with each update. */
  public long version() {
    return version;
  }
}

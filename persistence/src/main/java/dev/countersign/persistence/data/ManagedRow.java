package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * What every row under management has: an id made before the insert, its birth, and a version
 * compared on update.
 */
@MappedSuperclass
public abstract class ManagedRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "created_at")
  private long createdAt;

  @Version
  @Column(name = "version")
  private long version;

  /** For the provider, which then fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ManagedRow() {}

  /** A new row with a new id. */
  protected ManagedRow(Instant now) {
    this.id = Ids.next();
    this.createdAt = now.toEpochMilli();
  }

  /** The id: 32 hex characters. */
  public String id() {
    return id;
  }

  /** When it was made. */
  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAt);
  }

  /**
   * Rises with each update; what an editor saw is compared with what is there. 0 before the first
   * flush.
   */
  public long version() {
    return version;
  }
}

package dev.countersign.persistence.data;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key of a secret's row. A class rather than a record: Jakarta Persistence 3.1 takes no record
 * here.
 */
public final class AppSecretId implements Serializable {

  private static final long serialVersionUID = 1L;

  private String applicationId;
  private short slot;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  public AppSecretId() {}

  /** The key of this application's slot. */
  public AppSecretId(String applicationId, int slot) {
    this.applicationId = applicationId;
    this.slot = (short) slot;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AppSecretId that
        && applicationId.equals(that.applicationId)
        && slot == that.slot;
  }

  @Override
  public int hashCode() {
    return Objects.hash(applicationId, slot);
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.SecretEncoding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a secret. Immutable.
 *
 * @param encoding how it was written down for its owner
 * @param createdAt when it was issued
 * @param validUntil the instant from which it is refused; {@code null} while it has no end
 * @param lastUsedAt when it was last good for a signature, to the minute; {@code null} for never
 */
public record SecretDetails(
    SecretEncoding encoding,
    Instant createdAt,
    @Nullable Instant validUntil,
    @Nullable Instant lastUsedAt) {

  static SecretDetails of(AppSecretRow row) {
    return new SecretDetails(row.encoding(), row.createdAt(), row.validUntil(), row.lastUsedAt());
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import java.time.Instant;

/**
 * An account. Immutable.
 *
 * @param id 32 hex characters
 * @param name unique
 * @param version see {@link ExpectedVersion}
 */
public record AccountDetails(String id, String name, Instant createdAt, long version) {

  static AccountDetails of(AccountRow row) {
    return new AccountDetails(row.id(), row.name(), row.createdAt(), row.version());
  }
}

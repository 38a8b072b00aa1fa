package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import java.time.Instant;

/**
 * An API group, as its provider sees it. Immutable.
 *
 * @param accountId of its provider
 * @param name unique in the database; what WARs bind, so it never changes
 * @param version see {@link ExpectedVersion}
 */
public record ApiGroupDetails(
    String id, String accountId, String name, String description, Instant createdAt, long version) {

  static ApiGroupDetails of(ApiGroupRow row) {
    return new ApiGroupDetails(
        row.id(), row.accountId(), row.name(), row.description(), row.createdAt(), row.version());
  }
}

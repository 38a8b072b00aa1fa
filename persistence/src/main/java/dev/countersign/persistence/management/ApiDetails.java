package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiRow;
import java.time.Instant;

/**
 * An API, as its provider sees it. Immutable.
 *
 * @param method in upper case, or {@code *} for any
 * @param template such as {@code /orders/{id}}
 * @param version see {@link ExpectedVersion}
 */
public record ApiDetails(
    String id,
    String groupId,
    String method,
    String template,
    String description,
    Instant createdAt,
    long version) {

  static ApiDetails of(ApiRow row) {
    return new ApiDetails(
        row.id(),
        row.groupId(),
        row.method(),
        row.template().toString(),
        row.description(),
        row.createdAt(),
        row.version());
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.EnvironmentRow;
import java.time.Instant;

/**
 * A deployment stage. Immutable.
 *
 * @param name unique; what callers sign, so it never changes
 * @param version see {@link ExpectedVersion}
 */
public record EnvironmentDetails(
    String id, String name, String description, Instant createdAt, long version) {

  static EnvironmentDetails of(EnvironmentRow row) {
    return new EnvironmentDetails(
        row.id(), row.name(), row.description(), row.createdAt(), row.version());
  }
}

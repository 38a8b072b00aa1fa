package dev.countersign.persistence.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of history are wanted. Immutable.
 *
 * @param objectId id of the object that changed; {@code null} for any
 * @param from the first instant; {@code null} for no limit
 * @param until the first instant that is no longer wanted; {@code null} for no limit
 */
public record AuditFilter(
    @Nullable String objectId, @Nullable Instant from, @Nullable Instant until) {

  /** All lines. */
  public static final AuditFilter EVERYTHING = new AuditFilter(null, null, null);

  /**
   * @throws InvalidArgumentException if an instant lies before 1970 or after 9999
   */
  public AuditFilter {
    from = GrantRules.instant(from);
    until = GrantRules.instant(until);
  }

  /** The lines of one object. */
  public static AuditFilter of(String objectId) {
    return new AuditFilter(objectId, null, null);
  }
}

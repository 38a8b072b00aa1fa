package dev.countersign.filter.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The permission of an application to call an API, or all of a group, in one environment. Immutable
 * and thread-safe.
 *
 * @param id of the grant
 * @param notBefore the first instant at which it holds; {@code null} for always
 * @param expiresAt the first instant at which it no longer holds; {@code null} for never
 * @param roles what {@code isUserInRole} answers yes to
 */
public record Grant(
    String id, @Nullable Instant notBefore, @Nullable Instant expiresAt, Set<String> roles) {

  /** Copies the roles. */
  public Grant {
    roles = Set.copyOf(roles);
  }

  /**
   * Whether it holds at this instant. Asked at each decision, so no job has to run for a grant to
   * expire.
   */
  public boolean isValidAt(Instant now) {
    boolean begun = notBefore == null || !now.isBefore(notBefore);
    boolean over = expiresAt != null && !now.isBefore(expiresAt);
    return begun && !over;
  }
}

package dev.countersign.persistence.management;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a grant can be changed. Immutable.
 *
 * @param notBefore the first instant at which it holds; {@code null} for always
 * @param expiresAt the first instant at which it no longer holds, after {@code notBefore}; {@code
 *     null} for never
 * @param roles what {@code isUserInRole} answers yes to; at most 32, each 1 to 64 of {@code
 *     [A-Za-z0-9._:/-]}, and none begins with {@code countersign-}
 * @param description at most 2000 characters, maybe empty
 */
public record GrantTerms(
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    Set<String> roles,
    String description) {

  /** From now on, without end, no roles. */
  public static final GrantTerms UNLIMITED = new GrantTerms(null, null, Set.of(), "");

  /**
   * Cuts instants to milliseconds.
   *
   * @throws InvalidArgumentException if one of them breaks its rule
   */
  public GrantTerms {
    notBefore = GrantRules.instant(notBefore);
    expiresAt = GrantRules.instant(expiresAt);
    GrantRules.checkOrder(notBefore, expiresAt);
    roles = GrantRules.roles(roles);
    Labels.description(description);
  }

  /** The same, from this instant; {@code null} for always. */
  public GrantTerms from(@Nullable Instant instant) {
    return new GrantTerms(instant, expiresAt, roles, description);
  }

  /** The same, until this instant; {@code null} for ever. */
  public GrantTerms until(@Nullable Instant instant) {
    return new GrantTerms(notBefore, instant, roles, description);
  }

  /** The same, with these roles only. */
  public GrantTerms withRoles(Set<String> names) {
    return new GrantTerms(notBefore, expiresAt, names, description);
  }

  /** The same, described. */
  public GrantTerms describedAs(String text) {
    return new GrantTerms(notBefore, expiresAt, roles, text);
  }
}

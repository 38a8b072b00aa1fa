package dev.countersign.persistence.management;

import java.util.List;

/**
 * All that one provider granted to one application. Immutable.
 *
 * @param partner whether the application belongs to another account than the provider
 * @param grants maybe none
 */
public record AuthorizationDetails(
    String providerId,
    String applicationId,
    String applicationName,
    boolean partner,
    List<GrantDetails> grants) {

  /** Copies the list. */
  public AuthorizationDetails {
    grants = List.copyOf(grants);
  }
}

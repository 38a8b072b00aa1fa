package dev.countersign.persistence.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant, as its provider and the owner of the application see it. Immutable.
 *
 * @param partner whether the application belongs to another account than the API
 * @param providerId id of the account that granted it
 * @param applicationId id of the application
 * @param applicationName its name
 * @param environment name of the environment
 * @param groupId id of the group, also where one API of it is granted
 * @param groupName its name
 * @param apiId id of the API; {@code null} for the whole group
 * @param operation method and template of the API; {@code null} for the whole group
 * @param grantedBy who made it
 * @param version see {@link ExpectedVersion}
 */
public record GrantDetails(
    String id,
    boolean partner,
    String providerId,
    String applicationId,
    String applicationName,
    String environment,
    String groupId,
    String groupName,
    @Nullable String apiId,
    @Nullable String operation,
    GrantTerms terms,
    String grantedBy,
    Instant createdAt,
    long version) {

  /** What is granted. */
  public GrantTarget target() {
    return apiId == null ? new GrantTarget.WholeGroup(groupId) : new GrantTarget.OneApi(apiId);
  }
}

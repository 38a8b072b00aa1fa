package dev.countersign.persistence.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made. Immutable.
 *
 * @param actor who made it
 * @param accountId the account whose object it is; {@code null} where it belongs to none
 * @param action a word such as {@code grant.revoke}
 * @param objectType a word such as {@code grant}
 * @param before a summary of the object before; {@code null} where it was not there
 * @param after a summary of it after; {@code null} where it is gone
 * @param applicationId the application concerned; {@code null} for none
 * @param environment name of the environment concerned; {@code null} for none
 */
public record AuditLine(
    String id,
    Instant happenedAt,
    String actor,
    @Nullable String accountId,
    String action,
    String objectType,
    String objectId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String applicationId,
    @Nullable String environment) {}

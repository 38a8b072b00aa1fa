package dev.countersign.persistence.data;

import org.jspecify.annotations.Nullable;

/**
 * Who changed what. Texts that are too long for their column are cut, so that history never
 * prevents a change; none may hold a secret. Immutable.
 *
 * @param actor the operator or account that acted
 * @param accountId the account whose object it is; {@code null} where it belongs to none
 * @param action a word such as {@code grant.revoke}, at most 64 characters
 * @param objectType a word such as {@code grant}, at most 32 characters
 * @param objectId id of the object, at most 64 characters
 * @param before a summary of it before; {@code null} where it was not there
 * @param after a summary of it after; {@code null} where it is gone
 * @param applicationId the application concerned, which sees the line in its history; {@code null}
 *     for none
 * @param environment name of the environment concerned; {@code null} for none
 */
public record AuditedChange(
    String actor,
    @Nullable String accountId,
    String action,
    String objectType,
    String objectId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String applicationId,
    @Nullable String environment) {

  private static final int ACTOR = 200;
  private static final int SUMMARY = 4000;

  /** Cuts what is too long. */
  public AuditedChange {
    actor = cut(actor, ACTOR);
    before = before == null ? null : cut(before, SUMMARY);
    after = after == null ? null : cut(after, SUMMARY);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}

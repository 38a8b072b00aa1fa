package dev.countersign.console.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls are answered about accounts, applications and the catalogue. Instants are RFC 3339 in
 * UTC. The version of an object in quotes is its {@code ETag}.
 */
public final class Answers {

  private Answers() {}

  /**
   * Who calls.
   *
   * @param operator whether he acts for every account
   * @param accountId the account that he acts for; {@code null} for an operator
   * @param csrfToken to be sent with every change; {@code null} where no browser is between
   */
  public record Session(
      String name,
      boolean operator,
      @MayBeNull @Nullable String accountId,
      @MayBeNull @Nullable String accountName,
      @MayBeNull @Nullable String csrfToken) {}

  /** An account. */
  public record Account(String id, String name, String createdAt, long version) {}

  /** An application, as its owner sees it. */
  public record Application(
      String id,
      String accountId,
      String appKey,
      String name,
      String description,
      boolean enabled,
      Set<String> schemes,
      String createdAt,
      long version) {}

  /** What anybody who was told the id of an application learns of it. */
  public record ApplicationName(String id, String name, boolean own) {}

  /** A new application and its first secret. */
  public record IssuedApplication(Application application, IssuedSecret issued) {}

  /**
   * A secret, this once.
   *
   * @param encoding {@code text}: the key of the HMAC is the UTF-8 of the text; {@code base64}: its
   *     decoded bytes
   * @param formerValidUntil from when on the former one is refused; {@code null} where none
   *     overlaps
   */
  public record IssuedSecret(
      String applicationId,
      String appKey,
      String secret,
      String encoding,
      @MayBeNull @Nullable String formerValidUntil) {}

  /**
   * What can be told of a secret.
   *
   * @param lastUsedAt when it was last good for a signature, to the minute; {@code null} for never
   */
  public record Secret(
      String encoding,
      String createdAt,
      @MayBeNull @Nullable String validUntil,
      @MayBeNull @Nullable String lastUsedAt) {}

  /** A deployment stage. */
  public record Environment(
      String id, String name, String description, String createdAt, long version) {}

  /** An API group. */
  public record ApiGroup(
      String id,
      String accountId,
      String name,
      String description,
      String createdAt,
      long version) {}

  /** An API. */
  public record Api(
      String id,
      String groupId,
      String method,
      String template,
      String description,
      String createdAt,
      long version) {}

  /**
   * What came of an import of key pairs: all of it, or nothing.
   *
   * @param outcome {@code imported}, {@code importable} for a preview, {@code already-there} or
   *     {@code rejected}
   * @param applications how many; 0 where it is rejected
   * @param more whether there are more errors than these
   */
  public record KeyPairImport(
      String outcome, int applications, List<LineError> errors, boolean more) {}

  /** What is wrong with a line of a file; it quotes nothing of it. */
  public record LineError(String place, String column, String message) {}

  /**
   * What an import makes, or would make: nothing where an entry is refused.
   *
   * @param created how many APIs are there now that were not before; 0 for a preview
   */
  public record ApiImport(
      boolean preview, boolean possible, int created, List<ImportEntry> entries) {}

  /**
   * One operation of a document.
   *
   * @param outcome {@code new}, {@code present} or {@code refused}
   * @param reason why it is refused; {@code null} otherwise
   */
  public record ImportEntry(
      String method,
      String template,
      String description,
      String outcome,
      @MayBeNull @Nullable String reason) {}
}

package dev.countersign.console.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls are answered about grants, history and decisions. Instants are RFC 3339 in UTC. */
public final class Permits {

  private Permits() {}

  /**
   * A grant.
   *
   * @param apiId the API; {@code null} for the whole group
   * @param operation its method and template; {@code null} for the whole group
   */
  public record Grant(
      String id,
      boolean partner,
      String providerId,
      String applicationId,
      String applicationName,
      String environment,
      String groupId,
      String groupName,
      @MayBeNull @Nullable String apiId,
      @MayBeNull @Nullable String operation,
      @MayBeNull @Nullable String notBefore,
      @MayBeNull @Nullable String expiresAt,
      Set<String> roles,
      String description,
      String grantedBy,
      String createdAt,
      long version) {}

  /** All that one provider granted to one application. */
  public record Authorization(
      String providerId,
      String applicationId,
      String applicationName,
      boolean partner,
      List<Grant> grants) {}

  /** A change that was made. */
  public record AuditLine(
      String id,
      String happenedAt,
      String actor,
      @MayBeNull @Nullable String accountId,
      String action,
      String objectType,
      String objectId,
      @MayBeNull @Nullable String before,
      @MayBeNull @Nullable String after,
      @MayBeNull @Nullable String applicationId,
      @MayBeNull @Nullable String environment) {}

  /**
   * An API that an application may call.
   *
   * @param state {@code valid}, {@code not-yet} or {@code expired}
   */
  public record Permission(
      String groupId,
      String groupName,
      String apiId,
      String operation,
      String environment,
      String grantId,
      boolean wholeGroup,
      String state,
      @MayBeNull @Nullable String notBefore,
      @MayBeNull @Nullable String expiresAt,
      Set<String> roles) {}

  /**
   * How a call would be decided now, if it were signed well.
   *
   * @param admitted whether at least one route admits it
   * @param code the answer's code if it is refused everywhere; {@code null} if admitted
   * @param rule the step that decides and what it found, in words
   * @param routes the groups that have an API of this method and path: which one serves it is said
   *     by the WAR that binds it
   */
  public record CallExplanation(
      boolean admitted,
      @MayBeNull @Nullable String code,
      String rule,
      List<RouteExplanation> routes) {}

  /** The same for the API of one group. */
  public record RouteExplanation(
      String groupId,
      String groupName,
      String apiId,
      String operation,
      boolean admitted,
      @MayBeNull @Nullable String code,
      String rule,
      List<Grant> grants) {}

  /**
   * Why a call was refused.
   *
   * @param code what the caller was told
   * @param title the same in a sentence
   * @param detail the precise cause; {@code null} where it is not the reader's business
   * @param path raw, as received
   */
  public record Refusal(
      String requestId,
      String happenedAt,
      String code,
      String title,
      @MayBeNull @Nullable String detail,
      String method,
      String path,
      String applicationId,
      String applicationName) {}

  /**
   * Where two canonical texts part.
   *
   * @param line number of the first differing line, from 1; {@code null} if they are equal
   * @param column of the first differing character, from 1
   * @param presented that line as the caller had it; {@code null} where the text had ended
   * @param built that line as the server had it; {@code null} where the text had ended
   * @param hint what usually causes it; {@code null} for none
   */
  public record Difference(
      boolean equal,
      @MayBeNull @Nullable Integer line,
      @MayBeNull @Nullable Integer column,
      @MayBeNull @Nullable String presented,
      @MayBeNull @Nullable String built,
      @MayBeNull @Nullable String hint) {}
}

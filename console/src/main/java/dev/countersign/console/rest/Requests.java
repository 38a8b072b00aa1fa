package dev.countersign.console.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that calls take. Instants are RFC 3339 in UTC. What may be {@code null} may be left
 * out; a member that is not listed is refused. The rules for values are those of the management
 * services.
 */
public final class Requests {

  private Requests() {}

  /** A name for a new account, or another for one that is there. */
  public record AccountName(String name) {}

  /**
   * A new application.
   *
   * @param accountId its owner; an account may leave out its own
   */
  public record NewApplication(
      @MayBeNull @Nullable String accountId,
      String name,
      @MayBeNull @Nullable String description,
      @MayBeNull @Nullable Set<String> schemes) {}

  /** What of an application is to be another; all of it at once, or nothing. */
  public record ApplicationChange(
      @MayBeNull @Nullable String name,
      @MayBeNull @Nullable String description,
      @MayBeNull @Nullable Set<String> schemes,
      @MayBeNull @Nullable Boolean enabled) {}

  /**
   * How long the former secret serves beside the new one.
   *
   * @param overlapSeconds 24 hours where it is left out
   */
  public record Rotation(@MayBeNull @Nullable Long overlapSeconds) {}

  /** A new environment. */
  public record NewEnvironment(String name, @MayBeNull @Nullable String description) {}

  /** Another description. */
  public record Description(String description) {}

  /**
   * A new API group.
   *
   * @param accountId its provider; an account may leave out its own
   */
  public record NewApiGroup(
      @MayBeNull @Nullable String accountId,
      String name,
      @MayBeNull @Nullable String description) {}

  /** A new API of a group. */
  public record NewApi(String method, String template, @MayBeNull @Nullable String description) {}

  /**
   * The operations of an OpenAPI 3 document, to become APIs of a group.
   *
   * @param document JSON or YAML, as text
   * @param prefix put in front of each path; none where it is left out
   * @param preview whether only to tell what would be made; yes where it is left out
   */
  public record ApiImport(
      String document, @MayBeNull @Nullable String prefix, @MayBeNull @Nullable Boolean preview) {}

  /**
   * App keys and secrets of another gateway.
   *
   * @param accountId who is to own the applications; an account may leave out its own
   * @param format {@code csv} or {@code json}
   * @param document the file, as text
   * @param preview whether only to tell what is wrong with it; yes where it is left out
   */
  public record KeyPairImport(
      @MayBeNull @Nullable String accountId,
      String format,
      String document,
      @MayBeNull @Nullable Boolean preview) {

    /** Without the document, which holds secrets. */
    @Override
    public String toString() {
      return "KeyPairImport[" + format + "]";
    }
  }

  /** A new grant: on one API, or on a whole group, never on both. */
  public record NewGrant(
      String applicationId,
      @MayBeNull @Nullable String groupId,
      @MayBeNull @Nullable String apiId,
      String environment,
      @MayBeNull @Nullable String notBefore,
      @MayBeNull @Nullable String expiresAt,
      @MayBeNull @Nullable Set<String> roles,
      @MayBeNull @Nullable String description) {}

  /** The terms of a grant, which replace those it has: what is left out is none. */
  public record GrantTerms(
      @MayBeNull @Nullable String notBefore,
      @MayBeNull @Nullable String expiresAt,
      @MayBeNull @Nullable Set<String> roles,
      @MayBeNull @Nullable String description) {}

  /** Groups that an application is to be granted; those it is granted already stay as they are. */
  public record Binding(
      List<String> groupIds,
      String environment,
      @MayBeNull @Nullable String notBefore,
      @MayBeNull @Nullable String expiresAt,
      @MayBeNull @Nullable Set<String> roles,
      @MayBeNull @Nullable String description) {}

  /** Groups that an application is no longer to be granted; others are passed over. */
  public record Unbinding(List<String> groupIds, String environment) {}

  /**
   * Two canonical texts.
   *
   * @param presented the caller's
   * @param built the server's, as a refusal with diagnostics shows it
   */
  public record Comparison(String presented, String built) {}
}

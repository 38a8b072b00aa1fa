package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A permission: application, API or whole group, environment. Unique per triple; revoking deletes
 * the row.
 */
@Entity
@Table(name = "cs_grant")
public class GrantRow extends ManagedRow {

  @Column(name = "application_id")
  private String applicationId;

  @Column(name = "environment_id")
  private String environmentId;

  @Column(name = "group_id")
  private String groupId;

  @Column(name = "api_id")
  private @Nullable String apiId;

  @Column(name = "target")
  private String target;

  @Column(name = "not_before")
  private @Nullable Long notBefore;

  @Column(name = "expires_at")
  private @Nullable Long expiresAt;

  @Column(name = "roles")
  private String roles = "";

  @Column(name = "description")
  private String description = "";

  @Column(name = "granted_by")
  private String grantedBy;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected GrantRow() {}

  private GrantRow(
      String applicationId,
      String environmentId,
      String groupId,
      @Nullable String apiId,
      Instant now) {
    super(now);
    this.applicationId = applicationId;
    this.environmentId = environmentId;
    this.groupId = groupId;
    this.apiId = apiId;
    this.target = apiId == null ? groupId : apiId;
    this.grantedBy = "";
  }

  /** A grant on one API. */
  public static GrantRow onApi(
      String applicationId, String environmentId, ApiRow api, Instant now) {
    return new GrantRow(applicationId, environmentId, api.groupId(), api.id(), now);
  }

  /** A grant on a whole group. */
  public static GrantRow onGroup(
      String applicationId, String environmentId, ApiGroupRow group, Instant now) {
    return new GrantRow(applicationId, environmentId, group.id(), null, now);
  }

  /** Notes who granted it; at most 200 characters. */
  public void grantedBy(String actor) {
    this.grantedBy = actor;
  }

  /** Limits it in time; {@code null} for no limit on that side. */
  public void limit(@Nullable Instant from, @Nullable Instant until) {
    this.notBefore = Millis.of(from);
    this.expiresAt = Millis.of(until);
  }

  /** What {@code isUserInRole} answers yes to. */
  public void giveRoles(Set<String> names) {
    this.roles = Words.join(names);
  }

  /** Describes it; at most 2000 characters. */
  public void describe(String text) {
    this.description = text;
  }

  /** Id of the application. */
  public String applicationId() {
    return applicationId;
  }

  /** Id of the environment. */
  public String environmentId() {
    return environmentId;
  }

  /** Id of the group, also where one API of it is granted. */
  public String groupId() {
    return groupId;
  }

  /** Id of the API; {@code null} for the whole group. */
  public @Nullable String apiId() {
    return apiId;
  }

  /** The id of the API where one is granted, else of the group. */
  public String target() {
    return target;
  }

  /** The first instant at which it holds; {@code null} for always. */
  public @Nullable Instant notBefore() {
    return Millis.instant(notBefore);
  }

  /** The first instant at which it no longer holds; {@code null} for never. */
  public @Nullable Instant expiresAt() {
    return Millis.instant(expiresAt);
  }

  /** The roles. */
  public Set<String> roles() {
    return Words.split(roles);
  }

  /** What it is for; maybe empty. */
  public String description() {
    return description;
  }

  /** Who granted it. */
  public String grantedBy() {
    return grantedBy;
  }
}

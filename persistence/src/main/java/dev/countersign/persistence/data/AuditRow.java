package dev.countersign.persistence.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of history: a change made through management, or a call refused to a known application.
 * Never a secret.
 */
@Entity
@Table(name = "cs_audit")
public class AuditRow {

  /** The kind of a change. */
  public static final String CHANGE = "change";

  /** The kind of a refused call. */
  public static final String REFUSAL = "refusal";

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "kind")
  private String kind;

  @Column(name = "happened_at")
  private long happenedAt;

  @Column(name = "actor")
  private @Nullable String actor;

  @Column(name = "account_id")
  private @Nullable String accountId;

  @Column(name = "action")
  private @Nullable String action;

  @Column(name = "object_type")
  private @Nullable String objectType;

  @Column(name = "object_id")
  private @Nullable String objectId;

  @Column(name = "before_change")
  private @Nullable String before;

  @Column(name = "after_change")
  private @Nullable String after;

  @Column(name = "application_id")
  private @Nullable String applicationId;

  @Column(name = "environment")
  private @Nullable String environment;

  @Column(name = "request_id")
  private @Nullable String requestId;

  @Column(name = "reason")
  private @Nullable String reason;

  @Column(name = "explanation")
  private @Nullable String explanation;

  @Column(name = "method")
  private @Nullable String method;

  @Column(name = "path")
  private @Nullable String path;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditRow() {}

  /** The line of a change. */
  public AuditRow(AuditedChange change, Instant now) {
    this.id = Ids.next();
    this.kind = CHANGE;
    this.happenedAt = now.toEpochMilli();
    this.actor = change.actor();
    this.accountId = change.accountId();
    this.action = change.action();
    this.objectType = change.objectType();
    this.objectId = change.objectId();
    this.before = change.before();
    this.after = change.after();
    this.applicationId = change.applicationId();
    this.environment = change.environment();
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** When it happened. */
  public Instant happenedAt() {
    return Instant.ofEpochMilli(happenedAt);
  }

  /** The change that it tells of; {@code null} for a refused call. */
  public @Nullable AuditedChange change() {
    if (!kind.equals(CHANGE)
        || actor == null
        || action == null
        || objectType == null
        || objectId == null) {
      return null;
    }
    return new AuditedChange(
        actor, accountId, action, objectType, objectId, before, after, applicationId, environment);
  }

  /** The refusal that it tells of; {@code null} for a change. */
  public @Nullable AuditedRefusal refusal() {
    if (requestId == null || reason == null || explanation == null) {
      return null;
    }
    if (method == null || path == null || applicationId == null) {
      return null;
    }
    return new AuditedRefusal(requestId, reason, explanation, method, path, applicationId);
  }
}

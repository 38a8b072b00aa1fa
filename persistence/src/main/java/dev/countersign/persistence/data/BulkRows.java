package dev.countersign.persistence.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How rows are inserted many at a time: statements, and the values for them. */
public final class BulkRows {

  /** Of an application. */
  public static final String INSERT_APPLICATION =
      "INSERT INTO cs_application (id, account_id, name, description, app_key, state, schemes,"
          + " created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Of a secret. */
  public static final String INSERT_SECRET =
      "INSERT INTO cs_app_secret (application_id, slot, sealed, master_key_id, encoding,"
          + " valid_until, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  /** Of the line of history of a change. */
  public static final String INSERT_CHANGE =
      "INSERT INTO cs_audit (id, kind, happened_at, actor, account_id, action, object_type,"
          + " object_id, before_change, after_change, application_id, environment)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** What the provider gives to a new row. */
  public static final long FIRST_VERSION = 1;

  private BulkRows() {}

  /** The values of an application. */
  public static List<@Nullable Object> of(ApplicationRow row) {
    return values(
        row.id(),
        row.accountId(),
        row.name(),
        row.description(),
        row.appKey().value(),
        row.state().column(),
        Words.join(row.schemes()),
        row.createdAt().toEpochMilli(),
        FIRST_VERSION);
  }

  /** The values of a secret. */
  public static List<@Nullable Object> of(AppSecretRow row) {
    return values(
        row.applicationId(),
        row.slot(),
        row.sealed(),
        row.masterKeyId(),
        row.encoding().column(),
        Millis.of(row.validUntil()),
        row.createdAt().toEpochMilli(),
        FIRST_VERSION);
  }

  /** The values of a change. */
  public static List<@Nullable Object> of(AuditRow row) {
    AuditedChange change = Objects.requireNonNull(row.change());
    return values(
        row.id(),
        AuditRow.CHANGE,
        row.happenedAt().toEpochMilli(),
        change.actor(),
        change.accountId(),
        change.action(),
        change.objectType(),
        change.objectId(),
        change.before(),
        change.after(),
        change.applicationId(),
        change.environment());
  }

  private static List<@Nullable Object> values(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.EnvironmentRow;
import org.jspecify.annotations.Nullable;

/** What a line of history tells of, and who reads it. */
record Subject(
    String type,
    String id,
    @Nullable String accountId,
    @Nullable String applicationId,
    @Nullable String environment) {

  static Subject of(AccountRow row) {
    return new Subject("account", row.id(), row.id(), null, null);
  }

  static Subject of(ApplicationRow row) {
    return new Subject("application", row.id(), row.accountId(), row.id(), null);
  }

  /** The secrets of an application have no id of their own. */
  static Subject ofSecrets(ApplicationRow row) {
    return new Subject("secret", row.id(), row.accountId(), row.id(), null);
  }

  static Subject of(EnvironmentRow row) {
    return new Subject("environment", row.id(), null, null, row.name());
  }

  static Subject of(ApiGroupRow row) {
    return new Subject("group", row.id(), row.accountId(), null, null);
  }

  static Subject ofApi(String apiId, ApiGroupRow group) {
    return new Subject("api", apiId, group.accountId(), null, null);
  }
}

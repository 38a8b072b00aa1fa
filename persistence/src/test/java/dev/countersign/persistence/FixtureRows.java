package dev.countersign.persistence;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.PathTemplate;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.data.SecretEncoding;
import dev.countersign.persistence.vault.SealedSecret;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Puts rows in by plain transactions of one node. */
final class FixtureRows {

  private final PersistentStores node;

  FixtureRows(PersistentStores node) {
    this.node = node;
  }

  /** An application of the default account, without a secret. */
  String application(String appKey) {
    return StoreFixture.change(
        node,
        unit -> {
          Set<String> schemes = Set.of("countersign-1");
          ApplicationRow row =
              new ApplicationRow(
                  StoreFixture.DEFAULT_ACCOUNT, new AppKey(appKey), appKey, schemes, unit.now());
          unit.add(row);
          unit.touchApplication(row.id());
          return row.id();
        });
  }

  void secret(String applicationId, int slot, Secret secret, Instant validUntil) {
    StoreFixture.change(
        node,
        unit -> {
          AppSecretRow row = new AppSecretRow(applicationId, slot, SecretEncoding.TEXT, unit.now());
          SealedSecret sealed = node.foundation().vault().seal(applicationId, slot, secret);
          row.seal(sealed.masterKeyId(), sealed.bytes());
          row.endAt(validUntil);
          unit.add(row);
          unit.touchApplication(applicationId);
          return row;
        });
  }

  /** An API in a group of its own name. */
  Api api(String group, String method, String template) {
    return StoreFixture.change(
        node,
        unit -> {
          ApiGroupRow groupRow =
              unit.add(new ApiGroupRow(StoreFixture.DEFAULT_ACCOUNT, group, unit.now()));
          PathTemplate paths = PathTemplate.parse(template);
          ApiRow row = unit.add(new ApiRow(groupRow.id(), method, paths, unit.now()));
          unit.touchCatalogue();
          return new Api(row.id(), groupRow.id(), group, method, paths);
        });
  }

  /** A grant on the API, or on its whole group. */
  String grant(
      String applicationId, String environment, Api api, boolean whole, Consumer<GrantRow> terms) {
    return StoreFixture.change(
        node,
        unit -> {
          String environmentId = StoreFixture.ENVIRONMENTS.get(environment);
          ApiRow apiRow = unit.entities().find(ApiRow.class, api.id());
          ApiGroupRow groupRow = unit.entities().find(ApiGroupRow.class, api.groupId());
          GrantRow row =
              whole
                  ? GrantRow.onGroup(applicationId, environmentId, groupRow, unit.now())
                  : GrantRow.onApi(applicationId, environmentId, apiRow, unit.now());
          terms.accept(row);
          unit.add(row);
          unit.touchApplication(applicationId);
          return row.id();
        });
  }
}

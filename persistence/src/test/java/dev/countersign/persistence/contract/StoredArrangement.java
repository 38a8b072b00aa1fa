package dev.countersign.persistence.contract;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.PathTemplate;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.AppSecretId;
import dev.countersign.persistence.data.AppSecretRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.work.UnitOfWork;
import dev.countersign.signing.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Over the stores in a database, cached and all. */
final class StoredArrangement implements Arrangement {

  private final StoreFixture fixture;

  StoredArrangement(TestDatabases.Product product) {
    this.fixture = StoreFixture.on(product);
  }

  @Override
  public AccessStores stores() {
    return fixture.stores();
  }

  @Override
  public String application(String appKey, Secret secret) {
    String id = fixture.application(appKey);
    fixture.secret(id, AppSecretRow.FIRST_SLOT, secret, null);
    return id;
  }

  @Override
  public void overlap(String appKey, Secret second, Instant firstEndsAt) {
    String id =
        StoreFixture.change(
            fixture.stores(),
            unit -> {
              ApplicationRow row = found(unit, appKey);
              AppSecretId first = new AppSecretId(row.id(), AppSecretRow.FIRST_SLOT);
              unit.entities().find(AppSecretRow.class, first).endAt(firstEndsAt);
              return row.id();
            });
    fixture.secret(id, AppSecretRow.SECOND_SLOT, second, null);
  }

  @Override
  public void disable(String appKey) {
    alter(appKey, ApplicationRow::disable);
  }

  @Override
  public void delete(String appKey) {
    alter(appKey, ApplicationRow::delete);
  }

  private void alter(String appKey, Consumer<ApplicationRow> alteration) {
    StoreFixture.change(
        fixture.stores(),
        unit -> {
          ApplicationRow row = found(unit, appKey);
          alteration.accept(row);
          unit.touchApplication(row.id());
          return row;
        });
  }

  private static ApplicationRow found(UnitOfWork unit, String appKey) {
    return unit.entities()
        .createQuery("SELECT a FROM ApplicationRow a WHERE a.appKey = :key", ApplicationRow.class)
        .setParameter("key", appKey)
        .getSingleResult();
  }

  @Override
  public Api api(String group, String method, String template) {
    return StoreFixture.change(
        fixture.stores(),
        unit -> {
          PathTemplate paths = PathTemplate.parse(template);
          ApiGroupRow groupRow =
              unit.entities()
                  .createQuery(
                      "SELECT g FROM ApiGroupRow g WHERE g.name = :name", ApiGroupRow.class)
                  .setParameter("name", group)
                  .getResultStream()
                  .findFirst()
                  .orElseGet(
                      () ->
                          unit.add(
                              new ApiGroupRow(StoreFixture.DEFAULT_ACCOUNT, group, unit.now())));
          ApiRow row = unit.add(new ApiRow(groupRow.id(), method, paths, unit.now()));
          unit.touchCatalogue();
          return new Api(row.id(), groupRow.id(), group, method, paths);
        });
  }

  @Override
  public void grant(
      String applicationId, String environment, Api api, boolean wholeGroup, Terms terms) {
    fixture.grant(
        applicationId,
        environment,
        api,
        wholeGroup,
        row -> {
          row.limit(terms.notBefore(), terms.expiresAt());
          row.giveRoles(Set.of(terms.role()));
        });
  }

  @Override
  public void revokeAll(String applicationId) {
    StoreFixture.change(
        fixture.stores(),
        unit -> {
          List<GrantRow> rows =
              unit.entities()
                  .createQuery(
                      "SELECT g FROM GrantRow g WHERE g.applicationId = :id", GrantRow.class)
                  .setParameter("id", applicationId)
                  .getResultList();
          rows.forEach(unit::remove);
          unit.touchApplication(applicationId);
          return rows.size();
        });
  }

  @Override
  public void close() {
    fixture.close();
  }
}

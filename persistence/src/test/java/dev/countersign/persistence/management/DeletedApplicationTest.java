package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.work.ConflictException;
import dev.countersign.signing.AppKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletedApplicationTest {

  @ParameterizedTest
  @EnumSource
  void deletedApplication_isUnknownAndItsKeyIsNeverUsedAgain(Product product) {
    Site site = Site.on(product);
    Applications applications = site.management().applications();
    ApplicationDetails gone = site.application().application();
    applications.delete(site.asOwner(), gone.id(), ExpectedVersion.of(gone.version()));

    assertThrows(UnknownObjectException.class, () -> applications.find(site.asOwner(), gone.id()));
    assertThrows(
        UnknownObjectException.class,
        () -> applications.enable(site.asOwner(), gone.id(), ExpectedVersion.ANY));
    assertEquals(
        List.of(), applications.list(site.asOwner(), site.owner.id(), "", Paging.first()).items());
    assertThrows(ConflictException.class, () -> insertWithKey(site, gone.appKey()));
  }

  private static String insertWithKey(Site site, AppKey key) {
    return site.transactions()
        .change(
            unit ->
                unit.add(
                        new ApplicationRow(
                            site.owner.id(), key, "again", Set.of("countersign-1"), unit.now()))
                    .id());
  }

  @ParameterizedTest
  @EnumSource
  void deletedApplication_losesItsGrantsAndSecrets(Product product) {
    Site site = Site.on(product);
    ApplicationDetails gone = site.application().application();
    ApiGroupDetails group = site.group();
    GrantDetails grant =
        site.management()
            .grants()
            .grant(
                site.asProvider(),
                NewGrant.of(gone.id(), new GrantTarget.WholeGroup(group.id()), "test"));
    site.pass(Duration.ofMillis(1));
    site.management().applications().delete(site.asOwner(), gone.id(), ExpectedVersion.ANY);

    assertThrows(
        UnknownObjectException.class,
        () -> site.management().grants().find(site.asProvider(), grant.id()));
    assertEquals(List.of(), site.transactions().read(rows -> SecretSlots.of(rows, gone.id())));
    AuditLine revoked = history(site, grant.id()).get(0);
    assertEquals("grant.revoke", revoked.action());
    assertEquals(site.provider.id(), revoked.accountId());
  }

  private static List<AuditLine> history(Site site, String objectId) {
    return site.management()
        .auditTrail()
        .list(Site.OPERATOR, AuditFilter.of(objectId), Paging.first())
        .items();
  }
}

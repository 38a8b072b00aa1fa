package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts, environments, API groups and APIs. */
class CatalogueTest {

  private static final ExpectedVersion ANY = ExpectedVersion.ANY;

  @ParameterizedTest
  @EnumSource
  void equalShape_isRefusedInTheSameGroupAndMethodOnly(Product product) {
    Site site = Site.on(product);
    Apis apis = site.management().apis();
    ApiGroupDetails group = site.group();
    apis.define(site.asProvider(), NewApi.of(group.id(), "GET", "/orders/{id}"));
    refused(
        Kind.TAKEN,
        () -> apis.define(site.asProvider(), NewApi.of(group.id(), "GET", "/orders/{number}")));
    apis.define(site.asProvider(), NewApi.of(group.id(), "*", "/orders/{number}"));
    apis.define(site.asProvider(), NewApi.of(group.id(), "GET", "/orders/{id}/"));
    apis.define(site.asProvider(), NewApi.of(group.id(), "GET", "/orders/**"));
    apis.define(site.asProvider(), NewApi.of(site.group().id(), "GET", "/orders/{number}"));

    List<String> operations =
        apis.list(site.asProvider(), group.id(), Paging.first()).items().stream()
            .map(api -> api.method() + " " + api.template())
            .sorted()
            .toList();
    assertEquals(
        List.of("* /orders/{number}", "GET /orders/**", "GET /orders/{id}", "GET /orders/{id}/"),
        operations);
  }

  @ParameterizedTest
  @EnumSource
  void groupName_isUniqueAcrossAccounts(Product product) {
    Site site = Site.on(product);
    ApiGroups groups = site.management().apiGroups();
    ApiGroupDetails group = site.group();
    refused(
        Kind.TAKEN,
        () ->
            groups.define(site.asOwner(), new NewApiGroup(site.owner.id(), group.name(), "mine")));
  }

  @ParameterizedTest
  @EnumSource
  void groupNameOfADeletedGroup_staysWithItsAccount(Product product) {
    Site site = Site.on(product);
    ApiGroups groups = site.management().apiGroups();
    ApiGroupDetails group = site.group();
    groups.delete(site.asProvider(), group.id(), ANY);
    refused(
        Kind.TAKEN,
        () ->
            groups.define(site.asOwner(), new NewApiGroup(site.owner.id(), group.name(), "mine")));
    ApiGroupDetails again =
        groups.define(site.asProvider(), new NewApiGroup(group.accountId(), group.name(), ""));
    assertEquals(group.name(), again.name());
  }

  @ParameterizedTest
  @EnumSource
  void groupInUse_isNotDeleted(Product product) {
    Scene scene = Scene.on(product);
    ApiGroups groups = scene.site.management().apiGroups();
    Actor provider = scene.site.asProvider();
    refused(Kind.STATE, () -> groups.delete(provider, scene.group.id(), ANY));
    scene
        .site
        .management()
        .grants()
        .grant(
            provider,
            NewGrant.of(
                scene.application.id(),
                new GrantTarget.WholeGroup(scene.unusedGroup.id()),
                "test"));
    refused(Kind.STATE, () -> groups.delete(provider, scene.unusedGroup.id(), ANY));
  }

  @ParameterizedTest
  @EnumSource
  void grantedApi_isNotRemoved(Product product) {
    Scene scene = Scene.on(product);
    Apis apis = scene.site.management().apis();
    Actor provider = scene.site.asProvider();
    refused(Kind.STATE, () -> apis.remove(provider, scene.api.id(), ANY));
    scene.site.management().grants().revoke(provider, scene.grant.id(), ANY);
    apis.remove(provider, scene.api.id(), ANY);
    assertThrows(UnknownObjectException.class, () -> apis.find(provider, scene.api.id()));
  }

  @ParameterizedTest
  @EnumSource
  void environments_beginWithThreeAndAreDeletedWhenUnused(Product product) {
    Scene scene = Scene.on(product);
    Environments environments = scene.site.management().environments();
    for (String name : List.of("release", "prepub", "test")) {
      assertEquals(name, environments.findByName(scene.site.asOwner(), name).name());
    }
    EnvironmentDetails test = environments.findByName(Site.OPERATOR, "test");
    refused(Kind.STATE, () -> environments.delete(Site.OPERATOR, test.id(), ANY));
    refused(Kind.TAKEN, () -> environments.create(Site.OPERATOR, scene.environment.name(), ""));
    environments.delete(
        Site.OPERATOR, scene.environment.id(), ExpectedVersion.of(scene.environment.version()));
    assertThrows(
        UnknownObjectException.class,
        () -> environments.findByName(Site.OPERATOR, scene.environment.name()));
    assertTrue(environments.list(scene.site.asOwner(), new Paging(0, 2)).more());
  }

  @ParameterizedTest
  @EnumSource
  void accountName_isUniqueAndTheFirstAccountIsThere(Product product) {
    Site site = Site.on(product);
    Accounts accounts = site.management().accounts();
    AccountDetails first = accounts.findByName(Site.OPERATOR, Accounts.DEFAULT);
    refused(Kind.TAKEN, () -> accounts.create(Site.OPERATOR, "default"));
    refused(Kind.TAKEN, () -> accounts.rename(Site.OPERATOR, site.owner.id(), "default", ANY));
    String name = "renamed " + Ids.next();
    AccountDetails renamed =
        accounts.rename(
            Site.OPERATOR, site.owner.id(), name, ExpectedVersion.of(site.owner.version()));
    assertEquals(renamed, accounts.findByName(Site.OPERATOR, name));
    assertEquals(site.owner.version() + 1, renamed.version());
    assertThrows(UnknownObjectException.class, () -> accounts.findByName(Site.OPERATOR, "nobody"));
    List<AccountDetails> page = accounts.list(Site.OPERATOR, new Paging(0, 1)).items();
    assertEquals(List.of(first), page);
  }

  private static void refused(Kind kind, Executable call) {
    assertEquals(kind, assertThrows(ChangeConflictException.class, call).kind());
  }
}

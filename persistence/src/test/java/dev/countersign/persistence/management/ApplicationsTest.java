package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import dev.countersign.signing.registry.Schemes;
import dev.countersign.signing.scheme.SignatureScheme;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationsTest {

  @ParameterizedTest
  @EnumSource
  void createdApplication_isEnabledAndFoundByItsOwner(Product product) {
    Site site = Site.on(product);
    ApplicationDetails created = site.application().application();
    assertTrue(created.enabled());
    assertTrue(created.appKey().value().matches("ak_[0-9a-f]{32}"));
    assertEquals(Set.of("countersign-1"), created.schemes());
    assertEquals("sells", created.description());
    assertEquals(Site.START, created.createdAt());
    assertEquals(created, site.management().applications().find(site.asOwner(), created.id()));
  }

  @ParameterizedTest
  @EnumSource
  void eachEdit_changesWhatItSaysAndRaisesTheVersion(Product product) {
    Site site = Site.on(product);
    Applications applications = site.management().applications();
    Actor owner = site.asOwner();
    ApplicationDetails created = site.application().application();
    String id = created.id();

    ApplicationDetails renamed =
        applications.rename(owner, id, "store", ExpectedVersion.of(created.version()));
    assertEquals("store", renamed.name());
    assertEquals(created.version() + 1, renamed.version());
    ApplicationDetails described =
        applications.describe(owner, id, "", ExpectedVersion.of(renamed.version()));
    assertEquals("", described.description());
    ApplicationDetails disabled =
        applications.disable(owner, id, ExpectedVersion.of(described.version()));
    assertFalse(disabled.enabled());
    ApplicationDetails enabled =
        applications.enable(owner, id, ExpectedVersion.of(disabled.version()));
    assertTrue(enabled.enabled());
    assertEquals(enabled, applications.find(owner, id));
  }

  @ParameterizedTest
  @EnumSource
  void everyRegisteredScheme_canBeListed_andUnknownOnesAreExplained(Product product) {
    Site site = Site.on(product);
    Applications applications = site.management().applications();
    Set<String> all = Schemes.known().stream().map(SignatureScheme::id).collect(Collectors.toSet());
    String id = site.application().application().id();
    applications.acceptSchemes(site.asOwner(), id, all, ExpectedVersion.ANY);
    assertEquals(all, applications.find(site.asOwner(), id).schemes());
    String refusal =
        assertThrows(
                InvalidArgumentException.class,
                () ->
                    applications.acceptSchemes(
                        site.asOwner(), id, Set.of("tencent", "rot13"), ExpectedVersion.ANY))
            .getMessage();
    all.forEach(each -> assertTrue(refusal.contains(each), refusal));
    assertEquals(all, applications.find(site.asOwner(), id).schemes());
  }

  @ParameterizedTest
  @EnumSource
  void staleVersion_isAConflictAndChangesNothing(Product product) {
    Site site = Site.on(product);
    Applications applications = site.management().applications();
    ApplicationDetails created = site.application().application();
    ExpectedVersion seen = ExpectedVersion.of(created.version());
    ApplicationDetails renamed = applications.rename(site.asOwner(), created.id(), "b", seen);
    ChangeConflictException conflict =
        assertThrows(
            ChangeConflictException.class,
            () -> applications.rename(site.asOwner(), created.id(), "c", seen));
    assertEquals(Kind.VERSION, conflict.kind());
    assertThrows(
        ChangeConflictException.class,
        () -> applications.delete(site.asOwner(), created.id(), seen));
    assertEquals(renamed, applications.find(site.asOwner(), created.id()));
  }

  @ParameterizedTest
  @EnumSource
  void unchangedName_changesNeitherVersionNorHistory(Product product) {
    Site site = Site.on(product);
    ApplicationDetails created = site.application().application();
    site.heard();
    ApplicationDetails again =
        site.management()
            .applications()
            .rename(site.asOwner(), created.id(), created.name(), ExpectedVersion.ANY);
    assertEquals(created, again);
    assertEquals(List.of(), site.heard());
    assertEquals(1, history(site, created.id()).size());
  }

  @ParameterizedTest
  @EnumSource
  void list_isPagedByNameAndSearchedByPartOfNameExactKeyOrId(Product product) {
    Site site = Site.on(product);
    List<ApplicationDetails> made =
        IntStream.range(0, 5).mapToObj(i -> create(site, "Shop_" + i)).toList();
    ApplicationDetails other = create(site, "100% Müller");

    Page<ApplicationDetails> first = list(site, "shop_", new Paging(0, 2));
    Page<ApplicationDetails> last = list(site, "shop_", new Paging(4, 2));
    assertEquals(made.subList(0, 2), first.items());
    assertTrue(first.more());
    assertEquals(made.subList(4, 5), last.items());
    assertFalse(last.more());
    assertEquals(List.of(other), list(site, "%", Paging.first()).items());
    assertEquals(List.of(other), list(site, "müll", Paging.first()).items());
    assertEquals(List.of(other), list(site, other.appKey().value(), Paging.first()).items());
    assertEquals(List.of(other), list(site, other.id(), Paging.first()).items());
    assertEquals(List.of(), list(site, other.id().substring(0, 31), Paging.first()).items());
    assertEquals(6, list(site, "", Paging.first()).items().size());
  }

  @ParameterizedTest
  @EnumSource
  void keysAndIds_neverRepeat(Product product) {
    Site site = Site.on(product);
    ApplicationDetails one = create(site, "same name");
    ApplicationDetails two = create(site, "same name");
    assertNotEquals(one.id(), two.id());
    assertNotEquals(one.appKey(), two.appKey());
  }

  @ParameterizedTest
  @EnumSource
  void accountThatIsNotThere_isUnknownToOperatorsToo(Product product) {
    Site site = Site.on(product);
    assertThrows(
        UnknownObjectException.class,
        () ->
            site.management()
                .applications()
                .create(Site.OPERATOR, NewApplication.of(Ids.next(), "shop")));
  }

  private static ApplicationDetails create(Site site, String name) {
    return site.management()
        .applications()
        .create(site.asOwner(), NewApplication.of(site.owner.id(), name))
        .application();
  }

  private static Page<ApplicationDetails> list(Site site, String search, Paging paging) {
    return site.management().applications().list(site.asOwner(), site.owner.id(), search, paging);
  }

  private static List<AuditLine> history(Site site, String objectId) {
    return site.management()
        .auditTrail()
        .list(Site.OPERATOR, AuditFilter.of(objectId), Paging.first())
        .items();
  }
}

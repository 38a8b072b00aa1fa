package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {

  @ParameterizedTest
  @EnumSource
  void account_readsItsOwnChangesAndThePartnersGrants(Product product) {
    Scene scene = Scene.on(product);
    Instant before = scene.site.now();
    change(scene);
    AuditFilter since = new AuditFilter(null, before, null);

    assertEquals(
        List.of("grant.change", "application.rename"),
        actions(scene, scene.site.asOwner(), scene.site.owner, since));
    assertEquals(
        List.of("group.describe", "grant.change"),
        actions(scene, scene.site.asProvider(), scene.site.provider, since));
    assertEquals(
        List.of("grant.change"),
        actions(
            scene,
            scene.site.asOwner(),
            scene.site.owner,
            new AuditFilter(scene.grant.id(), before, null)));
    assertEquals(
        List.of("application.rename"),
        actions(
            scene,
            scene.site.asOwner(),
            scene.site.owner,
            new AuditFilter(null, before, before.plusSeconds(1))));
  }

  /** Three changes, a second apart. */
  private static void change(Scene scene) {
    Management management = scene.site.management();
    management
        .applications()
        .rename(
            scene.site.asOwner(), scene.application.id(), "the \"new\" shop", ExpectedVersion.ANY);
    scene.site.pass(Duration.ofSeconds(1));
    management
        .grants()
        .change(
            scene.site.asProvider(), scene.grant.id(), GrantTerms.UNLIMITED, ExpectedVersion.ANY);
    scene.site.pass(Duration.ofSeconds(1));
    management
        .apiGroups()
        .describe(scene.site.asProvider(), scene.group.id(), "more", ExpectedVersion.ANY);
  }

  @ParameterizedTest
  @EnumSource
  void line_tellsWhoChangedWhatFromWhatToWhat(Product product) {
    Scene scene = Scene.on(product);
    change(scene);
    AuditLine line =
        lines(scene, AuditFilter.of(scene.application.id()), Paging.first()).items().get(0);
    assertEquals("account " + scene.site.owner.id() + " anna", line.actor());
    assertEquals("application", line.objectType());
    assertEquals(scene.application.id(), line.applicationId());
    assertTrue(line.before().startsWith("name=\"shop\" appKey="));
    assertTrue(line.after().startsWith("name=\"the \"\"new\"\" shop\" appKey="));
    AuditLine grant = lines(scene, AuditFilter.of(scene.grant.id()), Paging.first()).items().get(0);
    assertEquals("test", grant.environment());
    assertTrue(grant.before().contains("api=\"GET /orders/{id}\""));
    assertTrue(grant.before().contains("roles=\"reader\""));
    assertFalse(grant.after().contains("roles"));
  }

  @ParameterizedTest
  @EnumSource
  void history_isPagedNewestFirst(Product product) {
    Scene scene = Scene.on(product);
    for (int i = 0; i < 5; i++) {
      scene.site.pass(Duration.ofSeconds(1));
      scene
          .site
          .management()
          .applications()
          .rename(scene.site.asOwner(), scene.application.id(), "name " + i, ExpectedVersion.ANY);
    }
    List<Instant> all = new ArrayList<>();
    Paging paging = new Paging(0, 2);
    Page<AuditLine> page = lines(scene, AuditFilter.of(scene.application.id()), paging);
    page.items().forEach(line -> all.add(line.happenedAt()));
    while (page.more()) {
      page = lines(scene, AuditFilter.of(scene.application.id()), page.paging().next());
      page.items().forEach(line -> all.add(line.happenedAt()));
    }
    assertEquals(6, all.size());
    assertEquals(all.stream().sorted(Comparator.reverseOrder()).toList(), all);
  }

  private static List<String> actions(
      Scene scene, Actor actor, AccountDetails account, AuditFilter filter) {
    return scene
        .site
        .management()
        .auditTrail()
        .listOfAccount(actor, account.id(), filter, Paging.first())
        .items()
        .stream()
        .map(AuditLine::action)
        .toList();
  }

  private static Page<AuditLine> lines(Scene scene, AuditFilter filter, Paging paging) {
    return scene
        .site
        .management()
        .auditTrail()
        .listOfAccount(scene.site.asOwner(), scene.site.owner.id(), filter, paging);
  }
}

package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantsTest {

  private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void partnerGrant_isMadeByExactIdAndReadByBothSides(Product product) {
    Scene scene = Scene.on(product);
    Grants grants = scene.site.management().grants();
    GrantTerms terms = new GrantTerms(FROM, UNTIL, Set.of("reader", "ROLE_A"), "for December");
    GrantDetails made = grants.grant(scene.site.asProvider(), ofGroup(scene).on(terms));

    assertTrue(made.partner());
    assertEquals(scene.site.provider.id(), made.providerId());
    assertEquals(scene.application.id(), made.applicationId());
    assertEquals("release", made.environment());
    assertEquals(new GrantTarget.WholeGroup(scene.group.id()), made.target());
    assertEquals(scene.group.name(), made.groupName());
    assertEquals(terms, made.terms());
    assertEquals("account " + scene.site.provider.id() + " paul", made.grantedBy());
    assertEquals(made, grants.find(scene.site.asProvider(), made.id()));
    assertEquals(made, grants.find(scene.site.asOwner(), made.id()));
  }

  @ParameterizedTest
  @EnumSource
  void directGrant_isOfTheSameAccount(Product product) {
    Scene scene = Scene.on(product);
    IssuedApplication own =
        scene
            .site
            .management()
            .applications()
            .create(scene.site.asProvider(), NewApplication.of(scene.site.provider.id(), "batch"));
    GrantTarget target = new GrantTarget.OneApi(scene.api.id());
    GrantDetails made =
        scene
            .site
            .management()
            .grants()
            .grant(scene.site.asProvider(), NewGrant.of(own.application().id(), target, "test"));
    assertFalse(made.partner());
    assertEquals("GET /orders/{id}", made.operation());
    assertEquals(target, made.target());
  }

  @ParameterizedTest
  @EnumSource
  void partnerThatNeverWasOrIsDeleted_isAnsweredTheSame(Product product) {
    Scene scene = Scene.on(product);
    GrantTarget target = new GrantTarget.WholeGroup(scene.group.id());
    scene
        .site
        .management()
        .applications()
        .delete(scene.site.asOwner(), scene.application.id(), ExpectedVersion.ANY);
    String deleted = refused(scene, NewGrant.of(scene.application.id(), target, "release"));
    String never = refused(scene, NewGrant.of(Ids.next(), target, "release"));
    String noId = refused(scene, NewGrant.of("' OR 1=1", target, "release"));
    assertEquals(never, deleted);
    assertEquals(never, noId);
  }

  private static String refused(Scene scene, NewGrant wanted) {
    return assertThrows(
            UnknownObjectException.class,
            () -> scene.site.management().grants().grant(scene.site.asProvider(), wanted))
        .getMessage();
  }

  @ParameterizedTest
  @EnumSource
  void environmentThatIsNotThere_isUnknown(Product product) {
    Scene scene = Scene.on(product);
    NewGrant wanted =
        NewGrant.of(scene.application.id(), new GrantTarget.OneApi(scene.api.id()), "staging");
    assertEquals("no such environment", refused(scene, wanted));
  }

  @ParameterizedTest
  @EnumSource
  void secondGrantOfTheSame_isTakenAndAnotherEnvironmentIsNot(Product product) {
    Scene scene = Scene.on(product);
    Grants grants = scene.site.management().grants();
    grants.grant(scene.site.asProvider(), ofGroup(scene));
    ChangeConflictException conflict =
        assertThrows(
            ChangeConflictException.class,
            () -> grants.grant(scene.site.asProvider(), ofGroup(scene)));
    assertEquals(Kind.TAKEN, conflict.kind());
    GrantTarget target = new GrantTarget.WholeGroup(scene.group.id());
    grants.grant(scene.site.asProvider(), NewGrant.of(scene.application.id(), target, "prepub"));
    assertEquals(4, held(scene).size());
  }

  @ParameterizedTest
  @EnumSource
  void changedTerms_replaceTheFormer(Product product) {
    Scene scene = Scene.on(product);
    Grants grants = scene.site.management().grants();
    GrantTerms terms = GrantTerms.UNLIMITED.from(FROM).until(UNTIL).describedAs("less");
    ExpectedVersion seen = ExpectedVersion.of(scene.grant.version());
    GrantDetails changed = grants.change(scene.site.asProvider(), scene.grant.id(), terms, seen);
    assertEquals(terms, changed.terms());
    assertEquals(scene.grant.version() + 1, changed.version());
    assertEquals(changed, grants.find(scene.site.asOwner(), scene.grant.id()));
    assertThrows(
        ChangeConflictException.class,
        () -> grants.change(scene.site.asProvider(), scene.grant.id(), terms, seen));
  }

  @ParameterizedTest
  @EnumSource
  void newGrantThatHasExpired_isInvalid(Product product) {
    Scene scene = Scene.on(product);
    GrantTerms over = GrantTerms.UNLIMITED.until(scene.site.now());
    assertThrows(
        InvalidArgumentException.class,
        () ->
            scene
                .site
                .management()
                .grants()
                .grant(scene.site.asProvider(), ofGroup(scene).on(over)));
    GrantTerms soon = GrantTerms.UNLIMITED.until(scene.site.now().plus(Duration.ofMillis(1)));
    scene.site.management().grants().grant(scene.site.asProvider(), ofGroup(scene).on(soon));
  }

  @ParameterizedTest
  @EnumSource
  void lists_showOwnersEverythingAndProvidersWhatCallsTheirs(Product product) {
    Scene scene = Scene.on(product);
    Grants grants = scene.site.management().grants();
    Actor provider = scene.site.asProvider();
    GrantDetails ofGroup = grants.grant(provider, ofGroup(scene));
    GrantTarget other = new GrantTarget.OneApi(scene.unusedApi.id());
    GrantDetails ofOther =
        grants.grant(provider, NewGrant.of(scene.application.id(), other, "test"));

    assertEquals(Set.of(scene.grant, scene.boundGrant, ofGroup, ofOther), Set.copyOf(held(scene)));
    assertEquals(
        Set.of(scene.grant, ofGroup),
        Set.copyOf(grants.listByApi(provider, scene.api.id(), Paging.first()).items()));
    assertEquals(
        Set.of(scene.grant, ofGroup, ofOther),
        Set.copyOf(grants.listByGroup(provider, scene.group.id(), Paging.first()).items()));
    Page<GrantDetails> page = grants.listByGroup(provider, scene.group.id(), new Paging(0, 2));
    assertTrue(page.more());
    assertEquals(2, page.items().size());
  }

  private static NewGrant ofGroup(Scene scene) {
    return NewGrant.of(
        scene.application.id(), new GrantTarget.WholeGroup(scene.group.id()), "release");
  }

  private static List<GrantDetails> held(Scene scene) {
    return scene
        .site
        .management()
        .grants()
        .listByApplication(scene.site.asOwner(), scene.application.id(), Paging.first())
        .items();
  }
}

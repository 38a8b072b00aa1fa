package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Reason;
import dev.countersign.persistence.TestDatabases.Product;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What would be decided, and what was: told to each as far as it is his business. */
class ExplanationsTest {

  @ParameterizedTest
  @EnumSource
  void call_isDecidedAsTheGateWould(Product product) {
    Scene scene = Scene.on(product);
    String id = scene.application.id();
    Actor owner = scene.site.asOwner();

    assertTrue(explain(scene, owner, id, "test", "/orders/1").admitted());
    assertEquals(Reason.NOT_GRANTED, explain(scene, owner, id, "release", "/orders/1").reason());
    assertEquals(Reason.API_UNKNOWN, explain(scene, owner, id, "test", "/else").reason());
    assertEquals(
        Reason.APPLICATION_DISABLED,
        explain(scene, owner, scene.resting.id(), "test", "/orders/1").reason());
  }

  @ParameterizedTest
  @EnumSource
  void expiredGrant_isNamedAsTheRule(Product product) {
    Scene scene = Scene.on(product);
    GrantTerms ending = GrantTerms.UNLIMITED.until(scene.site.now().plusSeconds(10));
    scene
        .site
        .management()
        .grants()
        .change(scene.site.asProvider(), scene.grant.id(), ending, ExpectedVersion.ANY);
    scene.site.pass(Duration.ofSeconds(10));

    CallExplanation told =
        explain(scene, scene.site.asOwner(), scene.application.id(), "test", "/orders/1");
    assertEquals(Reason.NOT_GRANTED, told.reason());
    assertTrue(told.rule().contains(scene.grant.id() + " expired at"), told.rule());
    List<Permission> permissions = permissions(scene, "test");
    assertEquals(1, permissions.size());
    assertEquals(Permission.State.EXPIRED, permissions.get(0).state());
  }

  @ParameterizedTest
  @EnumSource
  void wholeGroup_isEachOfItsApis(Product product) {
    Scene scene = Scene.on(product);
    assertEquals(0, permissions(scene, "prepub").size());
    scene.site.api(scene.boundGroup);
    assertEquals(1, permissions(scene, "prepub").size());
    assertEquals(2, permissions(scene, "").size());
  }

  @ParameterizedTest
  @EnumSource
  void refusal_isToldToTheProviderWithoutWhatConcernsTheSecret(Product product) {
    Scene scene = Scene.on(product);
    String id = scene.application.id();
    Explanations explanations = scene.site.management().explanations();
    String signature = Refusals.write(scene.site, id, "signature-invalid", "/orders/1");
    String elsewhere = Refusals.write(scene.site, id, "not-granted", "/invoices/1");
    Actor provider = scene.site.asProvider();

    assertEquals(
        "the precise cause", explanations.refusal(provider, scene.refusedRequest).detail());
    assertNull(explanations.refusal(provider, signature).detail());
    assertEquals(
        "the precise cause", explanations.refusal(scene.site.asOwner(), signature).detail());
    assertThrows(UnknownObjectException.class, () -> explanations.refusal(provider, elsewhere));
  }

  private static CallExplanation explain(
      Scene scene, Actor actor, String application, String environment, String path) {
    return scene
        .site
        .management()
        .explanations()
        .call(actor, new CallQuestion(application, environment, "GET", path));
  }

  private static List<Permission> permissions(Scene scene, String environment) {
    return scene
        .site
        .management()
        .explanations()
        .permissions(scene.site.asOwner(), scene.application.id(), environment, Paging.first())
        .items();
  }
}

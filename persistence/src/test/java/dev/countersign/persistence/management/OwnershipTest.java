package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Owner, resource, verb: who is not named in the table is answered as if there were nothing. */
class OwnershipTest {

  private static final List<String> NO_IDS =
      List.of("", "x", "\u0000", "00000000000000000000000000000000", "' OR ''='", "A".repeat(32));

  static Stream<Arguments> cells() {
    return Arrays.stream(Product.values())
        .flatMap(product -> CallTable.rows().stream().map(row -> Arguments.of(product, row)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void call_isAnsweredToThoseInTheTableOnly(Product product, CallTable.Row row) {
    Scene scene = Scene.on(product);
    Site site = scene.site;
    if (!row.operatorsOnly()) {
      refused(row.call(), scene, scene.asStranger());
      judge(row, row.owner(), scene, site.asOwner());
      judge(row, row.provider(), scene, site.asProvider());
    }
    unknownTexts(row.call(), scene);
    assertDoesNotThrow(() -> row.call().make(scene, Site.OPERATOR));
  }

  private static void judge(CallTable.Row row, String may, Scene scene, Actor actor) {
    if (may.equals("yes")) {
      Scene another = row.changes() ? Scene.at(scene.site) : scene;
      assertDoesNotThrow(() -> row.call().make(another, actor));
    } else {
      assertEquals("no", may);
      refused(row.call(), scene, actor);
    }
  }

  private static void refused(Call call, Scene scene, Actor actor) {
    UnknownObjectException foreign =
        assertThrows(UnknownObjectException.class, () -> call.make(scene, actor));
    UnknownObjectException unknown =
        assertThrows(UnknownObjectException.class, () -> call.make(scene, actor, Ids.next()));
    assertEquals(unknown.getMessage(), foreign.getMessage());
    assertEquals(unknown.objectType(), foreign.objectType());
  }

  /** What is no id at all is unknown as well, also where the database would refuse such a text. */
  private static void unknownTexts(Call call, Scene scene) {
    if (!call.object().apply(scene).isEmpty()) {
      for (String id : NO_IDS) {
        assertThrows(UnknownObjectException.class, () -> call.make(scene, Site.OPERATOR, id), id);
      }
    }
  }

  /** So that a new call cannot be forgotten here. */
  @Test
  void everyCall_isInTheTable() {
    Set<String> offered =
        Stream.of(
                Accounts.class,
                Applications.class,
                Imports.class,
                Secrets.class,
                Environments.class,
                ApiGroups.class,
                Apis.class,
                Grants.class,
                Authorizations.class,
                Explanations.class,
                AuditTrail.class)
            .flatMap(service -> Arrays.stream(service.getMethods()))
            .map(OwnershipTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    // These name no object that somebody owns.
    offered.removeAll(
        Set.of(
            "Accounts.findByName",
            "Accounts.list",
            "ApiGroups.listAll",
            "Applications.label",
            "Applications.search",
            "Environments.find",
            "AuditTrail.list",
            "Environments.findByName",
            "Environments.list"));
    Set<String> listed =
        CallTable.rows().stream()
            .map(row -> row.call().method())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(offered, listed);
    assertEquals(CallTable.CALLS.size(), CallTable.rows().size());
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}

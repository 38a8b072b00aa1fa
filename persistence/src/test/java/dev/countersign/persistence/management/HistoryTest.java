package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.management.ChangeConflictException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change and its line of history: both, or neither. */
class HistoryTest {

  /** Tests share the history of a database; each reads a minute of its own. */
  private static final AtomicInteger MINUTE = new AtomicInteger();

  static Stream<Arguments> changes() {
    return Arrays.stream(Product.values())
        .flatMap(
            product ->
                CallTable.rows().stream()
                    .filter(CallTable.Row::changes)
                    .map(row -> Arguments.of(product, row)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void change_leavesOneLineAndTellsTheCaches(Product product, CallTable.Row row) {
    Scene scene = Scene.on(product);
    scene.site.pass(Duration.ofMinutes(MINUTE.incrementAndGet()));
    AuditFilter own = new AuditFilter(null, scene.site.now(), scene.site.now().plusMillis(1));
    row.call().make(scene, Site.OPERATOR);
    List<Touched> heard = scene.site.heard();
    List<AuditLine> lines =
        scene
            .site
            .management()
            .auditTrail()
            .list(Site.OPERATOR, own, new Paging(0, Paging.MAX_LIMIT))
            .items()
            .stream()
            .filter(line -> line.action().equals(row.action()))
            .toList();

    assertEquals(1, lines.size());
    AuditLine line = lines.get(0);
    assertEquals("operator olga", line.actor());
    assertEquals(scene.site.now(), line.happenedAt());
    assertEquals(row.before(), line.before() != null);
    assertEquals(row.after(), line.after() != null);
    assertNotEquals(line.before(), line.after());
    assertEquals(row.touches(), touched(heard));
  }

  private static String touched(List<Touched> heard) {
    if (heard.isEmpty()) {
      return "nothing";
    }
    assertEquals(1, heard.size());
    if (heard.get(0).everything()) {
      return "everything";
    }
    return heard.get(0).catalogue() ? "catalogue" : "application";
  }

  @ParameterizedTest
  @MethodSource("changes")
  void staleVersion_isAConflictAndChangesNothing(Product product, CallTable.Row row) {
    if (row.versioned()) {
      Scene scene = Scene.on(product);
      ChangeConflictException conflict =
          assertThrows(
              ChangeConflictException.class,
              () -> row.call().make(scene, Site.OPERATOR, ExpectedVersion.of(99)));
      assertEquals(Kind.VERSION, conflict.kind());
      assertEquals(List.of(), scene.site.heard());
    }
  }

  @ParameterizedTest
  @EnumSource
  void failingLine_undoesItsChange(Product product) {
    unchangedWithout(product, "cs_audit", CallTable.Row::changes);
  }

  @ParameterizedTest
  @EnumSource
  void failingChange_undoesItsLine(Product product) {
    unchangedWithout(product, "cs_revision", row -> !row.touches().equals("nothing"));
  }

  private static void unchangedWithout(
      Product product, String table, Predicate<CallTable.Row> which) {
    Site site = Site.alone(product);
    try {
      List<CallTable.Row> rows = CallTable.rows().stream().filter(which).toList();
      assertTrue(rows.size() > 10);
      for (CallTable.Row row : rows) {
        Scene scene = Scene.at(site);
        Map<String, List<String>> before = Dump.of(site.database());
        Dump.rename(site.database(), table, "away");
        assertThrows(
            ManagementUnavailableException.class,
            () -> row.call().make(scene, Site.OPERATOR),
            row.toString());
        Dump.rename(site.database(), "away", table);
        assertEquals(before, Dump.of(site.database()), row.toString());
      }
    } finally {
      site.close();
    }
  }
}

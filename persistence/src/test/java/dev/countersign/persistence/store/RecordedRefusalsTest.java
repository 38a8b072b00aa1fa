package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.AuditedRefusal;
import dev.countersign.testing.Eventually;
import dev.countersign.testing.Overlapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedRefusalsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12.345Z");

  private static Decision refused(@Nullable String applicationId, String path) {
    Verdict.Rejected rejected =
        new Verdict.Rejected(Reason.NOT_GRANTED, "no grant in test", () -> "canonical text");
    return new Decision("request-1", NOW, "GET", path, applicationId, rejected);
  }

  private static List<AuditRow> rows(StoreFixture fixture) {
    return fixture
        .stores()
        .foundation()
        .transactions()
        .read(rows -> rows.createQuery("SELECT a FROM AuditRow a", AuditRow.class).getResultList());
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void refusalOfAKnownApplication_isWrittenAndThatOfAStrangerIsNot(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String application = fixture.application("shop-key");
      fixture.stores().decisions().decided(refused(null, "/stranger"));
      fixture.stores().decisions().decided(refused(application, "/orders/7"));
      Eventually.within(Duration.ofSeconds(30), "a row", () -> !rows(fixture).isEmpty());
      assertEquals(1, rows(fixture).size());
      AuditRow row = rows(fixture).get(0);
      AuditedRefusal refusal = row.refusal();
      assertNotNull(refusal);
      assertEquals(
          new AuditedRefusal(
              "request-1", "not-granted", "no grant in test", "GET", "/orders/7", application),
          refusal);
      assertEquals(NOW, row.happenedAt());
    }
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void bytesThatNoDatabaseTakesAndEndlessPaths_areReplacedAndCut(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String path = "/a\u0000b\ud800\u202e" + "x".repeat(100_000);
      fixture.stores().decisions().decided(refused("app", path));
      Eventually.within(Duration.ofSeconds(30), "a row", () -> !rows(fixture).isEmpty());
      AuditedRefusal refusal = rows(fixture).get(0).refusal();
      assertNotNull(refusal);
      assertTrue(refusal.path().startsWith("/a?b??xxx"), refusal.path());
      assertEquals(1000, refusal.path().length());
    }
  }

  @Overlapping
  @ParameterizedTest
  @EnumSource
  void flood_writesNoMoreThanItsShareAndLeavesOthersTheirs(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      long begun = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        fixture.stores().decisions().decided(refused("app", "/orders"));
        fixture.stores().decisions().decided(unproved("app"));
      }
      fixture.stores().decisions().decided(refused("other", "/orders"));
      Eventually.within(
          Duration.ofSeconds(30), "the other's row", () -> of(fixture, "other").size() == 1);
      List<AuditedRefusal> flood = of(fixture, "app");
      long seconds = 2 + Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      long wrong = flood.stream().filter(row -> row.reason().equals("signature-invalid")).count();
      assertTrue(wrong <= seconds * RecordedRefusals.UNPROVED_ROWS_OF_ONE, wrong + " rows");
      assertTrue(
          flood.size() - wrong <= seconds * RecordedRefusals.PROVED_ROWS_OF_ONE,
          flood.size() + " rows");
    }
  }

  private static Decision unproved(String applicationId) {
    Verdict.Rejected rejected =
        new Verdict.Rejected(
            Reason.SIGNATURE_INVALID, "the signature does not match", () -> "text");
    return new Decision("request-1", NOW, "GET", "/orders", applicationId, rejected);
  }

  private static List<AuditedRefusal> of(StoreFixture fixture, String applicationId) {
    return rows(fixture).stream()
        .map(AuditRow::refusal)
        .filter(row -> row != null && row.applicationId().equals(applicationId))
        .toList();
  }

  @Overlapping
  @Test
  void closing_writesAllThatStillWaits() {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2)) {
      PersistentStores node = fixture.node(Map.of());
      for (int i = 0; i < 300; i++) {
        node.decisions().decided(refused("app", "/orders"));
      }
      node.close();
      assertEquals(300, rows(fixture).size());
    }
  }
}

package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.Eventually;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.AuditedRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedRefusalsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12.345Z");

  private static Decision refused(@Nullable String applicationId, String path) {
    Verdict.Rejected rejected =
        new Verdict.Rejected(Reason.NOT_GRANTED, "no grant in test", "canonical text");
    return new Decision("request-1", NOW, "GET", path, applicationId, rejected);
  }

  private static List<AuditRow> rows(StoreFixture fixture) {
    return fixture
        .stores()
        .foundation()
        .transactions()
        .read(rows -> rows.createQuery("SELECT a FROM AuditRow a", AuditRow.class).getResultList());
  }

  @ParameterizedTest
  @EnumSource
  void refusalOfAKnownApplication_isWrittenAndThatOfAStrangerIsNot(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String application = fixture.application("shop-key");
      fixture.stores().decisions().decided(refused(null, "/stranger"));
      fixture.stores().decisions().decided(refused(application, "/orders/7"));
      Eventually.within(Duration.ofSeconds(10), "a row", () -> !rows(fixture).isEmpty());
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

  @ParameterizedTest
  @EnumSource
  void bytesThatNoDatabaseTakesAndEndlessPaths_areReplacedAndCut(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String path = "/a\u0000b\ud800\u202e" + "x".repeat(100_000);
      fixture.stores().decisions().decided(refused("app", path));
      Eventually.within(Duration.ofSeconds(10), "a row", () -> !rows(fixture).isEmpty());
      AuditedRefusal refusal = rows(fixture).get(0).refusal();
      assertNotNull(refusal);
      assertTrue(refusal.path().startsWith("/a?b??xxx"), refusal.path());
      assertEquals(1000, refusal.path().length());
    }
  }

  @ParameterizedTest
  @EnumSource
  void flood_holdsNobodyUpAndWritesNoMoreThanItsShare(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      long begun = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        fixture.stores().decisions().decided(refused("app", "/orders"));
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(taken.toSeconds() < 5, "took " + taken);
      Eventually.within(Duration.ofSeconds(10), "rows", () -> rows(fixture).size() >= 100);
      long seconds = 1 + Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      assertTrue(rows(fixture).size() <= (seconds + 1) * RecordedRefusals.ROWS_PER_SECOND);
    }
  }
}

package dev.countersign.persistence.store;

import static dev.countersign.persistence.store.HousekeepingRows.NOW;
import static dev.countersign.persistence.store.HousekeepingRows.audit;
import static dev.countersign.persistence.store.HousekeepingRows.change;
import static dev.countersign.persistence.store.HousekeepingRows.count;
import static dev.countersign.persistence.store.HousekeepingRows.nonces;
import static dev.countersign.persistence.store.HousekeepingRows.open;
import static dev.countersign.persistence.store.HousekeepingRows.sql;
import static dev.countersign.persistence.store.HousekeepingRows.tidy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HousekeepingTest {

  @ParameterizedTest
  @EnumSource
  void expiredNonces_areDeletedInBatchesAndOthersKept(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      nonces(database, 0, 2_500, NOW.minusMillis(1));
      nonces(database, 2_500, 2_510, NOW);
      tidy(database);
      assertEquals(10, count(database, "cs_nonce"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreNoncesThanAMinutesBatches_goInOneRound(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      String series =
          product == TestDatabases.Product.H2
              ? "SELECT CAST(x AS BINARY(32)) , 1 FROM SYSTEM_RANGE(%d, %d)"
              : "SELECT decode(lpad(to_hex(x), 64, '0'), 'hex'), 1 FROM generate_series(%d, %d) x";
      for (int from = 1; from <= 110_000; from += 10_000) {
        sql(
            database,
            "INSERT INTO cs_nonce (id, keep_until) " + series.formatted(from, from + 9_999));
      }
      assertEquals(110_000, count(database, "cs_nonce"));
      tidy(database);
      assertEquals(0, count(database, "cs_nonce"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tableThatFails_stopsNoOther(TestDatabases.Product product) throws SQLException {
    try (Database database = open(product)) {
      sql(database, "ALTER TABLE cs_nonce RENAME TO cs_nonce_gone");
      audit(database, "a", "refusal", NOW.minus(Duration.ofDays(31)).toEpochMilli());
      assertThrows(StoreUnavailableException.class, () -> tidy(database));
      assertEquals(0, count(database, "cs_audit"));
    }
  }

  @Test
  void rowsThatAnotherNodeDeletes_arePassedOverWithoutAWait() throws SQLException {
    DatabaseAddress.Jdbc address = TestDatabases.Product.POSTGRESQL.empty();
    try (Database database = Database.open(address, new Timeouts(Duration.ofSeconds(20)));
        Connection other =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = other.createStatement()) {
      Schema.prepare(database, SchemaMode.MIGRATE);
      nonces(database, 0, 1_500, NOW.minusMillis(1));
      other.setAutoCommit(false);
      int locked =
          statement.executeUpdate(
              "DELETE FROM cs_nonce WHERE id IN (SELECT id FROM cs_nonce LIMIT 100)");
      tidy(database);
      assertEquals(100, locked);
      assertEquals(100, count(database, "cs_nonce"));
      other.commit();
      assertEquals(0, count(database, "cs_nonce"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oldChanges_areDeletedButNeverTheNewest(TestDatabases.Product product) throws SQLException {
    try (Database database = open(product)) {
      long old = NOW.minus(Duration.ofMinutes(61)).toEpochMilli();
      change(database, 1, old);
      change(database, 2, old);
      sql(database, "UPDATE cs_revision SET revision = 2");
      tidy(database);
      assertEquals(1, count(database, "cs_change"));
      assertEquals(1, count(database, "cs_change WHERE revision = 2"));
      change(database, 3, NOW.minus(Duration.ofMinutes(59)).toEpochMilli());
      change(database, 4, NOW.toEpochMilli());
      sql(database, "UPDATE cs_revision SET revision = 4");
      tidy(database);
      assertEquals(2, count(database, "cs_change"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void oldRefusals_areDeletedAndChangesAreHistoryForEver(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      long old = NOW.minus(Duration.ofDays(31)).toEpochMilli();
      audit(database, "a", "refusal", old);
      audit(database, "b", "refusal", NOW.minus(Duration.ofDays(29)).toEpochMilli());
      audit(database, "c", "change", old);
      tidy(database);
      assertEquals(2, count(database, "cs_audit"));
      assertEquals(0, count(database, "cs_audit WHERE id = 'a'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusalsBeyondTheNumber_areDeletedOldestFirst(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      String series =
          product == TestDatabases.Product.H2
              ? "SYSTEM_RANGE(%d, %d)"
              : "generate_series(%d, %d) x";
      long base = NOW.minus(Duration.ofDays(1)).toEpochMilli();
      int more = Housekeeping.MOST_REFUSALS + 1_500;
      for (int from = 1; from <= more; from += 10_000) {
        String numbers = series.formatted(from, Math.min(more, from + 9_999));
        sql(
            database,
            "INSERT INTO cs_audit (id, kind, happened_at) SELECT 'r' || x, 'refusal', "
                + base
                + " + x FROM "
                + numbers);
      }
      tidy(database);
      int left = count(database, "cs_audit");
      assertEquals(Housekeeping.MOST_REFUSALS + 1, left);
      assertEquals(0, count(database, "cs_audit WHERE id = 'r1'"));
      assertEquals(1, count(database, "cs_audit WHERE id = 'r" + more + "'"));
    }
  }
}

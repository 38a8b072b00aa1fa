package dev.countersign.persistence.store;

import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Rows of every age, and one round of tidying at {@link #NOW}. */
final class HousekeepingRows {

  static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");

  private HousekeepingRows() {}

  static void nonces(Database database, int from, int to, Instant keepUntil) throws SQLException {
    database.withConnection(
        connection -> {
          String insert = "INSERT INTO cs_nonce (id, keep_until) VALUES (?, ?)";
          try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = from; i < to; i++) {
              statement.setBytes(1, ByteBuffer.allocate(32).putInt(i).array());
              statement.setLong(2, keepUntil.toEpochMilli());
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  static void sql(Database database, String text) throws SQLException {
    database.withConnection(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(text);
          }
        });
  }

  static int count(Database database, String from) throws SQLException {
    return database.withConnection(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  static Database open(TestDatabases.Product product) {
    Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(20)));
    Schema.prepare(database, SchemaMode.MIGRATE);
    return database;
  }

  static void tidy(Database database) {
    try (Housekeeping housekeeping = new Housekeeping(database, () -> NOW)) {
      housekeeping.tidy();
    }
  }

  static void change(Database database, int revision, long at) throws SQLException {
    sql(
        database,
        "INSERT INTO cs_change (revision, ordinal, mark, happened_at, scope, object_id) VALUES ("
            + revision
            + ", 0, 'm', "
            + at
            + ", 'all', NULL)");
  }

  static void audit(Database database, String id, String kind, long at) throws SQLException {
    sql(
        database,
        "INSERT INTO cs_audit (id, kind, happened_at) VALUES ('"
            + id
            + "', '"
            + kind
            + "', "
            + at
            + ")");
  }
}

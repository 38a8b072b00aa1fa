package dev.countersign.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRegisterTest {

  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC4=";
  private static final String NEW =
      "6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772d6e65772e";
  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12Z");

  @ParameterizedTest
  @EnumSource
  void wrongKey_isRefusedAtOpenAlsoBeforeTheFirstSecret(TestDatabases.Product product) {
    try (Database database = open(product)) {
      check(database, OLD);
      check(database, OLD);
      assertThrows(SettingsException.class, () -> check(database, NEW));
      assertDoesNotThrow(() -> check(database, NEW + " " + OLD));
      assertDoesNotThrow(() -> check(database, NEW));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyOfASealedSecretMissing_isRefusedAndNamed(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      check(database, OLD);
      check(database, NEW + " " + OLD);
      String old = keys(OLD).current().id();
      seal(database, old);
      SettingsException refused = assertThrows(SettingsException.class, () -> check(database, NEW));
      assertTrue(refused.getMessage().contains(old));
      assertDoesNotThrow(() -> check(database, NEW + " " + OLD));
    }
  }

  private static Database open(TestDatabases.Product product) {
    Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(5)));
    Schema.prepare(database, SchemaMode.MIGRATE);
    return database;
  }

  private static void seal(Database database, String keyId) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO cs_application (id, account_id, name, description, app_key, state, schemes, created_at, version)"
              + " VALUES ('a1', '00000000000000000000000000000001', 'a', '', 'key-1', 'enabled', 'x', 0, 1)");
    }
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO cs_app_secret"
                    + " (application_id, slot, sealed, master_key_id, encoding, created_at, version)"
                    + " VALUES ('a1', 1, ?, ?, 'text', 0, 1)")) {
      insert.setBytes(1, new byte[] {1});
      insert.setString(2, keyId);
      insert.executeUpdate();
    }
  }

  private static void check(Database database, String keys) {
    KeyRegister.check(database, keys(keys), NOW);
  }

  private static MasterKeys keys(String text) {
    return MasterKeys.load("env:K", null, name -> text);
  }
}

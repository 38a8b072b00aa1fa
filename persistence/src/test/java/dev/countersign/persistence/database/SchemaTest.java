package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  private static Database open(TestDatabases.Product product) {
    return Database.open(product.empty(), new Timeouts(Duration.ofSeconds(20)));
  }

  private static List<String> strings(Database database, String query) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  private static void sql(Database database, String statement) throws SQLException {
    database.withConnection(
        connection -> {
          try (Statement execution = connection.createStatement()) {
            return execution.execute(statement);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void validateOnAnEmptyDatabase_isRefusedAndChangesNothing(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      SettingsException refused =
          assertThrows(
              SettingsException.class, () -> Schema.prepare(database, SchemaMode.VALIDATE));
      assertTrue(refused.getMessage().contains("schema=migrate"), refused.getMessage());
      assertEquals(
          List.of(),
          strings(
              database,
              "SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) LIKE 'cs!_%' ESCAPE '!'"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherVersionThanNeeded_isRefused(TestDatabases.Product product) throws SQLException {
    try (Database database = open(product)) {
      Schema.prepare(database, SchemaMode.MIGRATE);
      assertDoesNotThrow(() -> Schema.prepare(database, SchemaMode.VALIDATE));
      sql(database, "UPDATE \"cs_schema_history\" SET \"version\" = '99' WHERE \"version\" = '1'");
      assertThrows(SettingsException.class, () -> Schema.prepare(database, SchemaMode.VALIDATE));
      sql(
          database,
          "UPDATE \"cs_schema_history\" SET \"version\" = '1', \"success\" = FALSE WHERE \"version\" = '99'");
      assertThrows(SettingsException.class, () -> Schema.prepare(database, SchemaMode.VALIDATE));
    }
  }

  @Test
  void historyThatSomebodyLocks_isUnavailableNotAFaultOfTheSettings() throws SQLException {
    DatabaseAddress.Jdbc address = TestDatabases.Product.POSTGRESQL.empty();
    try (Database database = Database.open(address, new Timeouts(Duration.ofSeconds(2)));
        Connection other =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = other.createStatement()) {
      Schema.prepare(database, SchemaMode.MIGRATE);
      other.setAutoCommit(false);
      statement.execute("ALTER TABLE \"cs_schema_history\" ADD COLUMN later INT");
      assertThrows(
          StoreUnavailableException.class, () -> Schema.prepare(database, SchemaMode.VALIDATE));
      other.rollback();
      assertDoesNotThrow(() -> Schema.prepare(database, SchemaMode.VALIDATE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostWithMigrationsOfItsOwn_isUndisturbedAndDoesNotDisturb(TestDatabases.Product product)
      throws SQLException {
    try (Database database = open(product)) {
      Flyway hostFirst =
          Flyway.configure()
              .dataSource(database.dataSource())
              .locations("classpath:host/migration")
              .target("1")
              .load();
      hostFirst.migrate();
      Schema.prepare(database, SchemaMode.MIGRATE);
      Flyway.configure()
          .dataSource(database.dataSource())
          .locations("classpath:host/migration")
          .load()
          .migrate();
      Schema.prepare(database, SchemaMode.MIGRATE);
      assertEquals(
          List.of("1", "2"),
          strings(
              database,
              "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL ORDER BY \"version\""));
      assertEquals(
          List.of("0", "1"),
          strings(
              database,
              "SELECT \"version\" FROM \"cs_schema_history\" WHERE \"version\" IS NOT NULL ORDER BY \"version\""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalNodesStartingAtOnce_makeTheTablesOnce(TestDatabases.Product product)
      throws Exception {
    DatabaseAddress.Jdbc address = product.empty();
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<String> start =
          () -> {
            try (Database database = Database.open(address, new Timeouts(Duration.ofSeconds(20)))) {
              Schema.prepare(database, SchemaMode.MIGRATE);
              return "ready";
            }
          };
      for (Future<String> node : nodes.invokeAll(Collections.nCopies(4, start))) {
        assertEquals("ready", node.get());
      }
      try (Database database = Database.open(address, new Timeouts(Duration.ofSeconds(20)))) {
        assertEquals(
            List.of("prepub", "release", "test"),
            strings(database, "SELECT name FROM cs_environment ORDER BY name"));
        assertEquals(List.of("default"), strings(database, "SELECT name FROM cs_account"));
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  @Test
  void bothDatabases_haveTheSameColumnsAndConstraints() throws SQLException {
    try (Database h2 = open(TestDatabases.Product.H2);
        Database postgres = open(TestDatabases.Product.POSTGRESQL)) {
      Schema.prepare(h2, SchemaMode.MIGRATE);
      Schema.prepare(postgres, SchemaMode.MIGRATE);
      for (String query :
          List.of(
              "SELECT table_name || '.' || column_name || ' ' || is_nullable FROM information_schema.columns"
                  + " WHERE LOWER(table_name) LIKE 'cs!_%' ESCAPE '!' AND LOWER(table_name) <> 'cs_schema_history'",
              "SELECT constraint_name FROM information_schema.table_constraints"
                  + " WHERE LOWER(constraint_name) LIKE 'cs!_%!___' ESCAPE '!'")) {
        Set<String> ofH2 = lowerCase(strings(h2, query));
        assertEquals(ofH2, lowerCase(strings(postgres, query)));
        assertTrue(ofH2.size() > 20, query + ofH2);
      }
    }
  }

  private static Set<String> lowerCase(List<String> names) {
    Set<String> lower = new TreeSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }
}

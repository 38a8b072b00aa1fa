package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.countersign.filter.access.NonceStore.Sighting;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.PersistentStoresProvider;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.management.Actor;
import dev.countersign.persistence.management.Management;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.naming.Context;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server's pool whose connections start with auto-commit off. */
class AutoCommitOffTest {

  private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(20));
  private static final String NAME = "java:comp/env/jdbc/no-auto-commit";

  @TempDir private Path folder;

  private static HikariDataSource pool(DatabaseAddress.Jdbc address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(Database.POOL_SIZE);
    return new HikariDataSource(config);
  }

  private static int count(DatabaseAddress.Jdbc address, String from) throws SQLException {
    try (Connection beside =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = beside.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
      row.next();
      return row.getInt(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void storesOverSuchAPool_commitNoncesAndChanges(TestDatabases.Product product)
      throws SQLException {
    DatabaseAddress.Jdbc address = product.empty();
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, ServerDataSourceTest.Names.class.getName());
    try (HikariDataSource pool = pool(address)) {
      ServerDataSourceTest.Names.BOUND.put(NAME, pool);
      try (PersistentStores stores = open()) {
        assertEquals(
            Sighting.FIRST,
            stores.nonces().claim("app", "scheme", "nonce", "", StoreFixture.LATER));
        assertEquals(1, count(address, "cs_nonce"));
        assertEquals(
            Sighting.SAME, stores.nonces().claim("app", "scheme", "nonce", "", StoreFixture.LATER));
        Management.of(stores).accounts().create(new Actor.Operator("test"), "another");
        assertEquals(1, count(address, "cs_account WHERE name = 'another'"));
      }
      try (Connection after = pool.getConnection()) {
        assertFalse(after.getAutoCommit());
      }
    } finally {
      System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
  }

  private PersistentStores open() {
    Map<String, String> settings =
        Map.of(
            "dataSource",
            NAME,
            "schema",
            "migrate",
            "masterKey",
            "file:" + folder.resolve("master.key") + "?create");
    return (PersistentStores) new PersistentStoresProvider().open(settings, InstantSource.system());
  }

  @ParameterizedTest
  @EnumSource
  void workLeftOpen_isUndoneAndTheConnectionGivenBackAsItWas(TestDatabases.Product product)
      throws SQLException {
    DatabaseAddress.Jdbc address = product.empty();
    try (Connection physical =
        DriverManager.getConnection(address.url(), address.user(), address.password())) {
      physical.setAutoCommit(false);
      try (Statement statement = physical.createStatement()) {
        statement.execute("CREATE TABLE kept (id INT)");
        physical.commit();
      }
      try (Connection lent =
              ServerDataSource.over(ServerDataSourceTest.pool(physical), TIMEOUTS).getConnection();
          Statement statement = lent.createStatement()) {
        assertTrue(lent.getAutoCommit());
        lent.setAutoCommit(false);
        statement.execute("INSERT INTO kept (id) VALUES (1)");
      }
      assertFalse(physical.getAutoCommit());
      assertEquals(0, count(address, "kept"));
    }
  }
}

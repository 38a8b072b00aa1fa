package dev.countersign.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(20));

  @ParameterizedTest
  @EnumSource
  void connections_areReadCommittedInAutoCommit(TestDatabases.Product product) throws SQLException {
    try (Database database = Database.open(product.empty(), TIMEOUTS)) {
      int isolation = database.withConnection(Connection::getTransactionIsolation);
      assertEquals(Connection.TRANSACTION_READ_COMMITTED, isolation);
      boolean autoCommit = database.withConnection(Connection::getAutoCommit);
      assertTrue(autoCommit);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongPassword_isAFaultInTheSettings(TestDatabases.Product product) throws SQLException {
    DatabaseAddress.Jdbc right = product.empty();
    DatabaseAddress.Jdbc wrong =
        new DatabaseAddress.Jdbc(right.url(), "nobody-we-know", "pass-word", true);
    try (Database keptOpen = Database.open(right, TIMEOUTS)) {
      boolean valid = keptOpen.withConnection(connection -> connection.isValid(1));
      assertTrue(valid);
      SettingsException refused =
          assertThrows(SettingsException.class, () -> Database.open(wrong, TIMEOUTS));
      assertFalse(refused.getMessage().contains("pass-word"));
    }
  }

  @Test
  void nobodyListening_isUnavailableSoon() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    DatabaseAddress.Jdbc address =
        new DatabaseAddress.Jdbc("jdbc:postgresql://localhost:" + port + "/x", "u", "p", true);
    assertThrows(StoreUnavailableException.class, () -> Database.open(address, TIMEOUTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:oracle:thin:@x", "h2:mem:x", "https://example.org/"})
  void otherUrl_isAFaultInTheSettings(String url) {
    DatabaseAddress.Jdbc address = new DatabaseAddress.Jdbc(url, "u", "p", true);
    SettingsException refused =
        assertThrows(SettingsException.class, () -> Database.open(address, TIMEOUTS));
    assertTrue(refused.getMessage().contains("jdbc:postgresql:"), refused.getMessage());
  }

  @Test
  void connectionLost_refusesOthersAtOnceAndLetsOneASecondTry() throws Exception {
    try (Database database = Database.open(TestDatabases.Product.H2.empty(), TIMEOUTS)) {
      AtomicInteger made = new AtomicInteger();
      Call<String, SQLException> lost =
          () -> {
            made.incrementAndGet();
            throw new SQLTransientConnectionException("gone");
          };
      assertThrows(SQLTransientConnectionException.class, () -> database.call(lost));
      for (int i = 0; i < 100; i++) {
        assertThrows(StoreUnavailableException.class, () -> database.call(lost));
      }
      assertEquals(1, made.get());
      assertThrows(SQLTransientConnectionException.class, () -> database.probe(lost));
      String there = database.probe(() -> "there");
      assertEquals("there", there);
      String again = database.call(() -> "again");
      assertEquals("again", again);
    }
  }

  @Test
  void slowStatementOrConstraint_refusesNobodyElse() throws Exception {
    try (Database database = Database.open(TestDatabases.Product.H2.empty(), TIMEOUTS)) {
      Call<String, SQLException> slow =
          () -> {
            throw new SQLException("canceled", "57014");
          };
      assertThrows(SQLException.class, () -> database.call(slow));
      String still = database.call(() -> "still");
      assertEquals("still", still);
    }
  }

  @Test
  void closedDatabase_isUnavailable() {
    Database database = Database.open(TestDatabases.Product.H2.empty(), TIMEOUTS);
    database.close();
    assertThrows(
        StoreUnavailableException.class, () -> database.withConnection(Connection::getAutoCommit));
  }

  @Test
  void closedDatabase_hasNoThreadLeftWhenItIsClosed() {
    Database database = Database.open(TestDatabases.Product.H2.empty(), TIMEOUTS);
    String pool = ((HikariDataSource) database.dataSource()).getPoolName();
    assertTrue(threads(pool).size() > 0);
    database.close();
    assertEquals(List.of(), threads(pool + ":housekeeper"));
    // The pool waits for its own executors, whose threads may still be about to end then.
    Eventually.within(Duration.ofSeconds(30), "no thread is left", () -> threads(pool).isEmpty());
  }

  @Test
  void closedWhileTheDatabaseIsGone_leavesNoThread() throws Exception {
    DatabaseAddress.Jdbc address = TestDatabases.Product.POSTGRESQL.empty();
    String name = address.url().substring(address.url().lastIndexOf('/') + 1);
    Database database = Database.open(address, TIMEOUTS);
    String pool = ((HikariDataSource) database.dataSource()).getPoolName();
    try (Database other = Database.open(TestDatabases.Product.POSTGRESQL.empty(), TIMEOUTS)) {
      other.withConnection(
          connection ->
              connection.createStatement().execute("DROP DATABASE \"" + name + "\" WITH (FORCE)"));
    }
    Eventually.within(Duration.ofSeconds(30), "a thread tries", () -> triesIfAsked(database, pool));
    database.close();
    Eventually.within(Duration.ofSeconds(30), "no thread is left", () -> threads(pool).isEmpty());
  }

  private static boolean triesIfAsked(Database database, String pool) {
    assertThrows(Exception.class, () -> database.withConnection(Connection::getCatalog));
    return threads(pool).stream()
        .flatMap(thread -> Arrays.stream(thread.getStackTrace()))
        .anyMatch(frame -> frame.getMethodName().equals("connectAtLast"));
  }

  private static List<Thread> threads(String pool) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(pool))
        .toList();
  }
}

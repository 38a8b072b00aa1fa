package dev.countersign.persistence.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.PathTemplate;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.TestDatabases;
import dev.countersign.persistence.data.AccountRow;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.AuditedChange;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import dev.countersign.signing.AppKey;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T19:44:12.345Z");

  @ParameterizedTest
  @EnumSource
  void rowsOfEveryKind_areReadAsTheyWereWritten(TestDatabases.Product product) {
    List<Touched> heard = new ArrayList<>();
    try (Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(5)))) {
      Schema.prepare(database, SchemaMode.MIGRATE);
      Schema.prepare(database, SchemaMode.VALIDATE);
      try (Entities entities = Entities.open(database)) {
        Transactions transactions = entities.transactions(() -> NOW, heard::add);
        String grantId =
            transactions.change(
                unit -> {
                  AccountRow account = unit.add(new AccountRow("acme", unit.now()));
                  ApplicationRow application =
                      unit.add(
                          new ApplicationRow(
                              account.id(),
                              new AppKey("Key-1"),
                              "shop",
                              Set.of("countersign-1"),
                              unit.now()));
                  ApiGroupRow group = unit.add(new ApiGroupRow(account.id(), "orders", unit.now()));
                  ApiRow api =
                      unit.add(
                          new ApiRow(
                              group.id(), "GET", PathTemplate.parse("/orders/{id}"), unit.now()));
                  EnvironmentRow environment =
                      unit.entities()
                          .createQuery(
                              "SELECT e FROM EnvironmentRow e WHERE e.name = 'test'",
                              EnvironmentRow.class)
                          .getSingleResult();
                  GrantRow grant =
                      GrantRow.onApi(application.id(), environment.id(), api, unit.now());
                  grant.giveRoles(Set.of("reader", "writer"));
                  unit.add(grant);
                  unit.touchApplication(application.id());
                  unit.touchCatalogue();
                  unit.audit(
                      new AuditedChange(
                          "operator",
                          account.id(),
                          "grant.make",
                          "grant",
                          grant.id(),
                          null,
                          "x",
                          null,
                          null));
                  return grant.id();
                });
        GrantRow read = transactions.read(rows -> rows.find(GrantRow.class, grantId));
        assertNotNull(read);
        assertEquals(Set.of("reader", "writer"), read.roles());
        assertEquals(NOW, read.createdAt());
        assertEquals(1, read.version());
        assertEquals(1, heard.size());
        assertTrue(heard.get(0).catalogue());
        assertThrows(
            ConflictException.class,
            () -> transactions.change(unit -> unit.add(new AccountRow("acme", unit.now()))));
        List<AccountRow> accounts =
            transactions.read(
                rows ->
                    rows.createQuery("SELECT a FROM AccountRow a", AccountRow.class)
                        .getResultList());
        assertEquals(2, accounts.size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void failureWhoseCausesFormACircle_isUnavailable(TestDatabases.Product product) {
    IllegalStateException inner = new IllegalStateException();
    PersistenceException circle = new PersistenceException(inner);
    inner.initCause(circle);
    try (Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(5)))) {
      Schema.prepare(database, SchemaMode.MIGRATE);
      try (Entities entities = Entities.open(database)) {
        Transactions transactions = entities.transactions(() -> NOW, touched -> {});
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () ->
                assertThrows(
                    StoreUnavailableException.class,
                    () ->
                        transactions.change(
                            unit -> {
                              throw circle;
                            })));
      }
    }
  }
}

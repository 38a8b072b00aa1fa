package dev.countersign.persistence.contract;

import static dev.countersign.persistence.StoreFixture.LATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.NonceStore.Sighting;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nonces in a database promise beyond. */
abstract class StoredNoncesContract extends NonceStoreContract {

  private final TestDatabases.Product product;
  private StoreFixture fixture;

  StoredNoncesContract(TestDatabases.Product product) {
    this.product = product;
  }

  @BeforeEach
  void open() {
    fixture = StoreFixture.on(product);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Override
  protected NonceStore store() {
    return fixture.stores().nonces();
  }

  @Test
  void expiredRowThatIsStillThere_refuses() {
    Instant past = Instant.parse("2026-01-01T00:00:00Z");
    assertTrue(claim(store(), "app1", "countersign-1", "nonce-0123456789", past));
    assertFalse(claim(store(), "app1", "countersign-1", "nonce-0123456789", LATER));
  }

  @Test
  void nonceClaimedOnOneNode_isRefusedOnAnother() {
    PersistentStores other = fixture.node(Map.of());
    assertTrue(claim(store(), "app1", "countersign-1", "nonce-0123456789", LATER));
    assertFalse(claim(other.nonces(), "app1", "countersign-1", "nonce-0123456789", LATER));
  }

  @Test
  void signatureFixedOnOneNode_isFixedOnAnother() {
    PersistentStores other = fixture.node(Map.of());
    assertEquals(Sighting.FIRST, store().claim("app1", "tencent", "mac", "request-1", LATER));
    assertEquals(Sighting.SAME, other.nonces().claim("app1", "tencent", "mac", "request-1", LATER));
    assertEquals(
        Sighting.OTHER, other.nonces().claim("app1", "tencent", "mac", "request-2", LATER));
  }

  @Test
  void row_holdsAHashOf32BytesInPlaceOfTheNonce() throws SQLException {
    claim(store(), "app1", "countersign-1", "nonce-0123456789", LATER);
    try (Connection connection = fixture.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM cs_nonce")) {
      assertTrue(row.next());
      assertEquals(32, row.getBytes(1).length);
      assertFalse(row.next());
    }
  }
}

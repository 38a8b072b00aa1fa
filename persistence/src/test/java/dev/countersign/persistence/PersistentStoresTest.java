package dev.countersign.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersistentStoresTest {

  private static final Secret SECRET = Secret.ofText("secret-secret-secret");
  private static final AppKey KEY = new AppKey("shop-key");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void wrongMasterKey_isRefusedWhenOpened(TestDatabases.Product product) {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      Map<String, String> other =
          Map.of("masterKey", "file:" + folder.resolve("other") + "?create");
      SettingsException refused = assertThrows(SettingsException.class, () -> fixture.node(other));
      assertTrue(refused.getMessage().contains("masterKey"), refused.getMessage());
    }
  }

  @Test
  void newMasterKeyInFrontOfTheOldOne_opensWhatIsThere() throws Exception {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2)) {
      fixture.secret(fixture.application("shop-key"), 1, SECRET, null);
      Path fresh = folder.resolve("new");
      String both = "file:" + fresh + "?create,file:" + fixture.masterKeyFile();
      PersistentStores node = fixture.node(Map.of("masterKey", both));
      assertEquals(1, node.credentials().find(KEY).orElseThrow().secrets().size());
      assertTrue(Files.exists(fresh));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tamperedCiphertext_isUnavailable(TestDatabases.Product product) throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      fixture.secret(fixture.application("shop-key"), 1, SECRET, null);
      String flip =
          product == TestDatabases.Product.H2
              ? "INSERT(sealed, 20, 1, X'00')"
              : "overlay(sealed placing '\\x00'::bytea from 20 for 1)";
      fixture.sql("UPDATE cs_app_secret SET sealed = " + flip);
      assertUnavailable(fixture);
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyCiphertext_isUnavailable(TestDatabases.Product product) throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      fixture.secret(fixture.application("shop-key"), 1, SECRET, null);
      String empty = product == TestDatabases.Product.H2 ? "X''" : "''::bytea";
      fixture.sql("UPDATE cs_app_secret SET sealed = " + empty);
      assertUnavailable(fixture);
    }
  }

  @ParameterizedTest
  @EnumSource
  void secretCopiedToAnotherApplication_isUnavailable(TestDatabases.Product product)
      throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(product)) {
      String attacker = fixture.application("attacker");
      fixture.secret(attacker, 1, SECRET, null);
      String victim = fixture.application("shop-key");
      fixture.sql("UPDATE cs_app_secret SET application_id = '" + victim + "'");
      assertUnavailable(fixture);
    }
  }

  @Test
  void secretMovedToTheOtherSlot_isUnavailable() throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2)) {
      fixture.secret(fixture.application("shop-key"), 1, SECRET, null);
      fixture.sql("UPDATE cs_app_secret SET slot = 2");
      assertUnavailable(fixture);
    }
  }

  private static void assertUnavailable(StoreFixture fixture) {
    for (int i = 0; i < 2; i++) {
      assertThrows(StoreUnavailableException.class, () -> fixture.stores().credentials().find(KEY));
    }
  }

  @Test
  void brokenSecretThatHasRunOut_disturbsNobody() throws SQLException {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2)) {
      String application = fixture.application("shop-key");
      fixture.secret(application, 1, SECRET, Instant.parse("2026-01-01T00:00:00Z"));
      fixture.secret(application, 2, SECRET, null);
      fixture.sql("UPDATE cs_app_secret SET sealed = X'00' WHERE slot = 1");
      Credential found = fixture.stores().credentials().find(KEY).orElseThrow();
      assertEquals(1, found.secretsAt(StoreFixture.LATER).size());
    }
  }

  @Test
  void closedStores_leaveNoThreadAndAreUnavailable() {
    Set<Thread> before = ours();
    StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2);
    PersistentStores stores = fixture.stores();
    Set<String> names =
        ours().stream()
            .filter(thread -> !before.contains(thread))
            .map(Thread::getName)
            .collect(Collectors.toSet());
    assertTrue(
        names.containsAll(
            List.of("countersign-change-feed", "countersign-audit", "countersign-housekeeping")),
        names::toString);
    fixture.close();
    // The pool's own threads end a moment after it is closed.
    Eventually.within(
        Duration.ofSeconds(10), "no thread is left", () -> before.containsAll(ours()));
    assertThrows(StoreUnavailableException.class, () -> stores.credentials().find(KEY));
    assertThrows(
        StoreUnavailableException.class,
        () -> stores.nonces().claim("a", "s", "n", "", StoreFixture.LATER));
  }

  private static Set<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("countersign"))
        .filter(Thread::isDaemon)
        .collect(Collectors.toSet());
  }

  @Test
  void storeThatCannotBeOpened_leavesNoThread() {
    try (StoreFixture fixture = StoreFixture.on(TestDatabases.Product.H2)) {
      Set<Thread> before = ours();
      assertThrows(
          SettingsException.class,
          () -> fixture.node(Map.of("masterKey", "file:" + folder.resolve("o") + "?create")));
      Eventually.within(
          Duration.ofSeconds(5), "no thread is left", () -> before.containsAll(ours()));
    }
  }
}

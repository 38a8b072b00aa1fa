package dev.countersign.persistence.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Credential;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.MemoryStores;
import dev.countersign.persistence.PersistentStoresProvider;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.signing.Hmac;
import dev.countersign.signing.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Management and the gate's stores beside each other, opened as a WAR opens them. */
class ManagementTest {

  private static final InstantSource CLOCK = () -> Site.START;
  private static final Actor.Operator OPERATOR = Site.OPERATOR;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void changeThroughManagement_isWhatTheGateSeesAtOnce(Product product) {
    try (AccessStores stores = new PersistentStoresProvider().open(settings(product), CLOCK)) {
      Management management = Management.of(stores);
      AccountDetails account = management.accounts().findByName(OPERATOR, Accounts.DEFAULT);
      IssuedApplication issued =
          management.applications().create(OPERATOR, NewApplication.of(account.id(), "shop"));
      ApiGroupDetails group =
          management
              .apiGroups()
              .define(OPERATOR, new NewApiGroup(account.id(), "orders", "all orders"));
      ApiDetails api =
          management.apis().define(OPERATOR, NewApi.of(group.id(), "GET", "/orders/{id}"));
      NewGrant wanted =
          NewGrant.of(issued.application().id(), new GrantTarget.WholeGroup(group.id()), "release");
      assertEquals(List.of(), grants(stores, issued));
      GrantDetails grant = management.grants().grant(OPERATOR, wanted);

      assertEquals(mac(issued.secret().take()), mac(credential(stores, issued).orElseThrow()));
      assertEquals(api.id(), stores.apis().apis().get(0).id());
      assertEquals(List.of(grant.id()), grants(stores, issued));
      management.grants().revoke(OPERATOR, grant.id(), ExpectedVersion.ANY);
      assertEquals(List.of(), grants(stores, issued));
      management.applications().delete(OPERATOR, issued.application().id(), ExpectedVersion.ANY);
      assertEquals(Optional.empty(), credential(stores, issued));
    }
  }

  @ParameterizedTest
  @EnumSource
  void managementOfItsOwn_isOpenedFromSettingsAndClosed(Product product) {
    Map<String, String> settings = settings(product);
    Management first = Management.open(settings, CLOCK);
    String id = first.accounts().create(OPERATOR, "acme").id();
    first.close();
    assertThrows(ManagementUnavailableException.class, () -> first.accounts().find(OPERATOR, id));
    try (Management management = Management.open(settings, CLOCK)) {
      assertEquals("acme", management.accounts().find(OPERATOR, id).name());
    }
  }

  @Test
  void storesInMemory_areRefusedWithTheCure() {
    AccessStores stores = new MemoryStores(MemoryNonceStore.create(CLOCK, 10_000), decision -> {});
    InvalidArgumentException refused =
        assertThrows(InvalidArgumentException.class, () -> Management.of(stores));
    assertTrue(refused.getMessage().contains("jdbcUrl"));
  }

  private static List<String> grants(AccessStores stores, IssuedApplication issued) {
    Api api = stores.apis().apis().get(0);
    return stores.grants().find(issued.application().id(), "release", api).stream()
        .map(Grant::id)
        .toList();
  }

  private static Optional<Credential> credential(AccessStores stores, IssuedApplication issued) {
    return stores.credentials().find(issued.application().appKey());
  }

  private static String mac(Credential credential) {
    return mac(credential.secretsAt(Site.START).get(0));
  }

  private static String mac(String text) {
    return mac(Secret.ofText(text));
  }

  private static String mac(Secret secret) {
    byte[] mac =
        secret.hmac(Hmac.Algorithm.SHA256).compute("text".getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac);
  }

  private Map<String, String> settings(Product product) {
    DatabaseAddress.Jdbc address = product.empty();
    return Map.of(
        "jdbcUrl", address.url(),
        "jdbcUser", "" + address.user(),
        "jdbcPassword", "" + address.password(),
        "schema", "migrate",
        "masterKey", "file:" + folder.resolve("master.key") + "?create");
  }
}

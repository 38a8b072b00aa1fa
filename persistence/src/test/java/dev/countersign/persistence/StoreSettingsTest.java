package dev.countersign.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.AccessStoresProvider;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.database.SchemaMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {

  @TempDir private Path folder;

  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void least() {
    settings.put("jdbcUrl", "jdbc:h2:mem:x");
    settings.put("masterKey", "file:" + folder.resolve("key") + "?create");
  }

  @Test
  void namesAndDefaults_areThose() {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (StoreSetting setting : StoreSetting.values()) {
      defaults.put(setting.settingName(), setting.fallback().orElse("-"));
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("dataSource", "-"),
            Map.entry("jdbcUrl", "-"),
            Map.entry("jdbcUser", "-"),
            Map.entry("jdbcPassword", "-"),
            Map.entry("schema", "validate"),
            Map.entry("masterKey", "-"),
            Map.entry("masterKeyPassword", "-"),
            Map.entry("cacheTime", "60s"),
            Map.entry("pollInterval", "1s"),
            Map.entry("nonceStore", "jpa"),
            Map.entry("storeTimeout", "5s")),
        defaults);
  }

  @Test
  void provider_isFoundAndKnowsTheseNames() {
    AccessStoresProvider provider =
        ServiceLoader.load(AccessStoresProvider.class).findFirst().orElseThrow();
    assertEquals(StoreSetting.names(), provider.settingNames());
  }

  @Test
  void leastSettings_getTheDefaults() {
    StoreSettings read = StoreSettings.read(settings);
    assertEquals(new DatabaseAddress.Jdbc("jdbc:h2:mem:x", null, null, false), read.address());
    assertEquals(SchemaMode.VALIDATE, read.schema());
    settings.put("schema", "migrate");
    assertEquals(
        new DatabaseAddress.Jdbc("jdbc:h2:mem:x", null, null, true),
        StoreSettings.read(settings).address());
    assertEquals(Duration.ofSeconds(60), read.cacheTime());
    assertEquals(Duration.ofSeconds(1), read.pollInterval());
    assertEquals(StoreSettings.Nonces.JPA, read.nonceStore());
    assertEquals(Duration.ofSeconds(5), read.timeouts().total());
  }

  @Test
  void allSettings_areRead() {
    settings.remove("jdbcUrl");
    settings.put("dataSource", " java:comp/env/jdbc/x ");
    settings.put("schema", "migrate");
    settings.put("cacheTime", "2m");
    settings.put("pollInterval", "500ms");
    settings.put("nonceStore", "memory");
    settings.put("storeTimeout", "10s");
    StoreSettings read = StoreSettings.read(settings);
    assertEquals(
        "java:comp/env/jdbc/x",
        assertInstanceOf(DatabaseAddress.Jndi.class, read.address()).name());
    assertEquals(SchemaMode.MIGRATE, read.schema());
    assertEquals(Duration.ofMinutes(2), read.cacheTime());
    assertEquals(Duration.ofMillis(500), read.pollInterval());
    assertEquals(StoreSettings.Nonces.MEMORY, read.nonceStore());
    assertEquals(Duration.ofSeconds(10), read.timeouts().total());
  }

  @ParameterizedTest
  @CsvSource({
    "schema, create",
    "schema, Migrate",
    "cacheTime, 60",
    "cacheTime, 4s",
    "cacheTime, 61m",
    "cacheTime, -60s",
    "cacheTime, 1.5m",
    "cacheTime, 9999999999s",
    "pollInterval, 99ms",
    "pollInterval, 11s",
    "nonceStore, none",
    "storeTimeout, 1s",
    "storeTimeout, 61s",
    "masterKey, plain-text-in-the-wrong-place"
  })
  void wrongValue_isRefusedWithTheSettingsNameAndWithoutTheValue(String name, String value) {
    settings.put(name, value);
    SettingsException refused =
        assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
    assertTrue(refused.getMessage().contains(name), refused.getMessage());
    assertFalse(refused.getMessage().contains(value), refused.getMessage());
  }

  @Test
  void pollIntervalAboveAThirdOfCacheTime_isRefused() {
    settings.put("cacheTime", "15s");
    settings.put("pollInterval", "5s");
    assertEquals(Duration.ofSeconds(5), StoreSettings.read(settings).pollInterval());
    settings.put("pollInterval", "5001ms");
    assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
  }

  @Test
  void noneOrTwoAddresses_areRefused() {
    settings.put("dataSource", "jdbc/x");
    assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
    settings.remove("jdbcUrl");
    assertEquals(new DatabaseAddress.Jndi("jdbc/x"), StoreSettings.read(settings).address());
    settings.put("jdbcPassword", "pw");
    assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
    settings.keySet().removeAll(Set.of("dataSource", "jdbcPassword"));
    assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
  }

  @Test
  void missingMasterKeyOrUnknownName_isRefused() {
    settings.remove("masterKey");
    SettingsException missing =
        assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
    assertTrue(missing.getMessage().contains("masterKey"));
    settings.put("jdbcUrl2", "x");
    SettingsException unknown =
        assertThrows(SettingsException.class, () -> StoreSettings.read(settings));
    assertTrue(unknown.getMessage().contains("jdbcUrl2"));
  }

  @Test
  void printedSettings_showNoPassword() {
    settings.put("jdbcUrl", "jdbc:h2:mem:x;PASSWORD=url-secret");
    settings.put("jdbcUser", "sa");
    settings.put("jdbcPassword", "pw-secret");
    assertFalse(StoreSettings.read(settings).toString().contains("-secret"));
  }
}

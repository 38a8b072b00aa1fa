package dev.countersign.persistence;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import dev.countersign.persistence.vault.MasterKeys;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the store, checked. Immutable and thread-safe.
 *
 * @param address where the database is
 * @param schema whether tables are made
 * @param masterKeys what seals secrets
 * @param cacheTime how long what is kept may be used after a poll
 * @param pollInterval between two polls of the change feed
 * @param nonceStore where nonces are claimed
 * @param timeouts of calls
 */
public record StoreSettings(
    DatabaseAddress address,
    SchemaMode schema,
    MasterKeys masterKeys,
    Duration cacheTime,
    Duration pollInterval,
    Nonces nonceStore,
    Timeouts timeouts) {

  private static final int POLLS_PER_CACHE_TIME = 3;

  /** Where nonces are claimed. */
  public enum Nonces {
    /** In the database. */
    JPA,
    /** In this node's memory. */
    MEMORY
  }

  /**
   * Reads settings by name, placeholders already resolved.
   *
   * @throws SettingsException if one is unknown, missing, wrong, or contradicts another; the
   *     message names it and what it takes, and repeats no secret
   */
  public static StoreSettings read(Map<String, String> settings) {
    WrittenSettings written = new WrittenSettings(settings);
    SchemaMode schema = written.choice(StoreSetting.SCHEMA, SchemaMode.class);
    DatabaseAddress address = address(written, schema == SchemaMode.MIGRATE);
    Duration cacheTime =
        written.duration(StoreSetting.CACHE_TIME, Duration.ofSeconds(5), Duration.ofHours(1));
    Duration pollInterval =
        written.duration(
            StoreSetting.POLL_INTERVAL, Duration.ofMillis(100), Duration.ofSeconds(10));
    if (pollInterval.multipliedBy(POLLS_PER_CACHE_TIME).compareTo(cacheTime) > 0) {
      throw written.wrong(StoreSetting.POLL_INTERVAL);
    }
    return new StoreSettings(
        address,
        schema,
        masterKeys(written),
        cacheTime,
        pollInterval,
        written.choice(StoreSetting.NONCE_STORE, Nonces.class),
        new Timeouts(
            written.duration(
                StoreSetting.STORE_TIMEOUT, Duration.ofSeconds(2), Duration.ofMinutes(1))));
  }

  private static DatabaseAddress address(WrittenSettings written, boolean creating) {
    boolean jndi = written.has(StoreSetting.DATA_SOURCE);
    if (jndi == written.has(StoreSetting.JDBC_URL)) {
      throw new SettingsException(
          "write either dataSource or jdbcUrl, "
              + (jndi ? "not both" : "one of them says where the database is"));
    }
    boolean login = written.has(StoreSetting.JDBC_USER) || written.has(StoreSetting.JDBC_PASSWORD);
    if (jndi && login) {
      throw new SettingsException(
          "jdbcUser and jdbcPassword go with jdbcUrl; a dataSource has its own");
    }
    return jndi
        ? new DatabaseAddress.Jndi(written.text(StoreSetting.DATA_SOURCE))
        : new DatabaseAddress.Jdbc(
            written.text(StoreSetting.JDBC_URL),
            written.textOrNull(StoreSetting.JDBC_USER),
            written.textOrNull(StoreSetting.JDBC_PASSWORD),
            creating);
  }

  private static MasterKeys masterKeys(WrittenSettings written) {
    return MasterKeys.load(
        written.text(StoreSetting.MASTER_KEY),
        written.textOrNull(StoreSetting.MASTER_KEY_PASSWORD));
  }
}

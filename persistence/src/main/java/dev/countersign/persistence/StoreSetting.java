package dev.countersign.persistence;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the store, as they are written in {@code web.xml} behind {@code countersign.}.
 */
public enum StoreSetting {
  /** Where the database is, in a server. */
  DATA_SOURCE(
      "dataSource",
      null,
      "the JNDI name of a non-JTA data source, such as java:comp/env/jdbc/countersign"),
  /** Where the database is, with a pool of our own. */
  JDBC_URL("jdbcUrl", null, "a JDBC URL, beginning with jdbc:h2: or jdbc:postgresql:"),
  /** Who connects. */
  JDBC_USER("jdbcUser", null, "the user that jdbcUrl is opened with"),
  /** How he proves it. */
  JDBC_PASSWORD(
      "jdbcPassword", null, "the password of jdbcUser, best as ${env:NAME} or ${file:PATH}"),
  /** Whether tables are made. */
  SCHEMA(
      "schema",
      "validate",
      "migrate, which makes and updates the tables, or validate, which checks their version"),
  /** What seals secrets. */
  MASTER_KEY(
      "masterKey",
      null,
      "file:PATH, env:NAME or pkcs12:PATH, several separated by commas, the current key first; file:PATH?create makes"
          + " the file when it is not there"),
  /** What opens key stores among them. */
  MASTER_KEY_PASSWORD("masterKeyPassword", null, "the password of the key stores in masterKey"),
  /** How long what is kept may be used. */
  CACHE_TIME(
      "cacheTime",
      "60s",
      "a duration from 5s to 1h: how long a node decides by what it keeps without the database"),
  /** How soon other nodes' changes are heard of. */
  POLL_INTERVAL("pollInterval", "1s", "a duration from 100ms to 10s, at most a third of cacheTime"),
  /** Where nonces are. */
  NONCE_STORE(
      "nonceStore",
      "jpa",
      "jpa, for any number of nodes, or memory, for one node that may forget at a restart"),
  /** How long a call waits. */
  STORE_TIMEOUT(
      "storeTimeout", "5s", "a duration from 2s to 1m: the longest wait for the database");

  private final String settingName;
  private final @Nullable String fallback;
  private final String takes;

  StoreSetting(String settingName, @Nullable String fallback, String takes) {
    this.settingName = settingName;
    this.fallback = fallback;
    this.takes = takes;
  }

  /** Its name. */
  public String settingName() {
    return settingName;
  }

  /** What stands when nothing is written; empty where nothing does. */
  public Optional<String> fallback() {
    return Optional.ofNullable(fallback);
  }

  /** What it takes, for people. */
  public String takes() {
    return takes;
  }

  /** All names, sorted. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(StoreSetting::settingName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package dev.countersign.persistence;

import dev.countersign.filter.access.Api;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.database.DatabaseAddress;
import dev.countersign.persistence.work.Transactions;
import dev.countersign.persistence.work.UnitOfWork;
import dev.countersign.signing.AppKey;
import dev.countersign.signing.Secret;
import dev.countersign.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One database and any number of nodes on it, opened the way a WAR opens them, with rows put in by
 * plain transactions.
 */
public final class StoreFixture implements AutoCloseable {

  /** Later than any test runs. */
  public static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

  public static final String DEFAULT_ACCOUNT = "00000000000000000000000000000001";
  public static final Map<String, String> ENVIRONMENTS =
      Map.of(
          "release", "00000000000000000000000000000011",
          "prepub", "00000000000000000000000000000012",
          "test", "00000000000000000000000000000013");

  private final DatabaseAddress.Jdbc address;
  private final Path keyFile;
  private final Deque<PersistentStores> opened = new ArrayDeque<>();
  private final PersistentStores first;
  private final FixtureRows rows;

  private StoreFixture(DatabaseAddress.Jdbc address, Map<String, String> more) {
    this.address = address;
    this.keyFile = keyFile();
    this.first = node(more);
    this.rows = new FixtureRows(first);
  }

  public static StoreFixture on(TestDatabases.Product product) {
    return on(product.empty(), Map.of());
  }

  public static StoreFixture on(DatabaseAddress.Jdbc address, Map<String, String> more) {
    return new StoreFixture(address, more);
  }

  private static Path keyFile() {
    try {
      Path file = Files.createTempFile("countersign-test", ".key");
      Files.delete(file);
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of every node, unless overridden. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("jdbcUrl", address.url());
    settings.put("jdbcUser", "" + address.user());
    settings.put("jdbcPassword", "" + address.password());
    settings.put("schema", "migrate");
    settings.put("masterKey", "file:" + keyFile + "?create");
    settings.put("pollInterval", "500ms");
    settings.put("storeTimeout", "10s");
    return settings;
  }

  /** Opens another node on the same database. */
  public PersistentStores node(Map<String, String> more) {
    PersistentStores node = open(more);
    opened.push(node);
    return node;
  }

  private PersistentStores open(Map<String, String> more) {
    Map<String, String> settings = settings();
    settings.putAll(more);
    return (PersistentStores) new PersistentStoresProvider().open(settings, InstantSource.system());
  }

  public PersistentStores stores() {
    return first;
  }

  public Path masterKeyFile() {
    return keyFile;
  }

  /** An application of the default account, without a secret. */
  public String application(String appKey) {
    return rows.application(appKey);
  }

  public void secret(String applicationId, int slot, Secret secret, Instant validUntil) {
    rows.secret(applicationId, slot, secret, validUntil);
  }

  /** An API in a group of its own name. */
  public Api api(String group, String method, String template) {
    return rows.api(group, method, template);
  }

  /** A grant on the API, or on its whole group. */
  public String grant(
      String applicationId, String environment, Api api, boolean whole, Consumer<GrantRow> terms) {
    return rows.grant(applicationId, environment, api, whole, terms);
  }

  /** Revokes through one of the nodes. */
  public static void revoke(PersistentStores node, String grantId) {
    revoke(node.foundation().transactions(), grantId);
  }

  public static void revoke(Transactions transactions, String grantId) {
    transactions.change(
        unit -> {
          GrantRow row = unit.entities().find(GrantRow.class, grantId);
          unit.touchApplication(row.applicationId());
          unit.remove(row);
          return row;
        });
  }

  public static <T> T change(PersistentStores node, Function<UnitOfWork, T> work) {
    return node.foundation().transactions().change(work);
  }

  /**
   * These nodes have polled past all that is written so far, and so drop nothing more of it later.
   * Twice: the first time a node may forget that it knew no such key when it hears of what was
   * written before, and so find the key before it hears of that.
   */
  public void settle(PersistentStores... nodes) {
    // Through a node of its own, so that each of these hears of it from its poll only.
    try (PersistentStores writer = open(Map.of())) {
      FixtureRows written = new FixtureRows(writer);
      settle(written, nodes);
      settle(written, nodes);
    }
  }

  private static void settle(FixtureRows writer, PersistentStores... nodes) {
    AppKey marker = new AppKey("marker-" + Ids.next());
    for (PersistentStores node : nodes) {
      node.credentials().find(marker);
    }
    writer.application(marker.value());
    for (PersistentStores node : nodes) {
      Eventually.within(
          Duration.ofSeconds(9),
          "the node has polled",
          () -> node.credentials().find(marker).isPresent());
    }
  }

  /** A connection beside all pools. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  /** Runs SQL behind everybody's back. */
  public void sql(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    opened.forEach(PersistentStores::close);
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.Foundation;
import dev.countersign.persistence.TestDatabases.Product;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.database.SchemaMode;
import dev.countersign.persistence.database.Timeouts;
import dev.countersign.persistence.vault.KeyRegister;
import dev.countersign.persistence.vault.MasterKeys;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.persistence.work.Entities;
import dev.countersign.persistence.work.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Management over a database that is opened once per product. Each site brings two accounts of its
 * own, so tests do not meet.
 */
final class Site {

  static final Instant START = Instant.parse("2026-11-21T19:44:12.345Z");
  static final Actor.Operator OPERATOR = new Actor.Operator("olga");

  private static final Map<Product, Opened> OPENED = new EnumMap<>(Product.class);

  private final Opened opened;
  private final List<Touched> heard = Collections.synchronizedList(new ArrayList<>());
  private final Transactions transactions;
  private final Management management;
  private volatile Instant now = START;

  final AccountDetails owner;
  final AccountDetails provider;

  private Site(Opened opened) {
    this.opened = opened;
    this.transactions = opened.entities().transactions(() -> now, heard::add);
    this.management =
        new StoredManagement(new Foundation(transactions, opened.vault(), () -> now), () -> {});
    this.owner = management.accounts().create(OPERATOR, "owner " + Ids.next());
    this.provider = management.accounts().create(OPERATOR, "provider " + Ids.next());
  }

  /** On the database that all tests share. */
  static synchronized Site on(Product product) {
    return new Site(OPENED.computeIfAbsent(product, Opened::open));
  }

  /** On a database of its own, which the test may break. */
  static Site alone(Product product) {
    return new Site(Opened.open(product));
  }

  Management management() {
    return management;
  }

  Transactions transactions() {
    return transactions;
  }

  Database database() {
    return opened.database();
  }

  SecretVault vault() {
    return opened.vault();
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** What committed changes told the caches since the last question. */
  List<Touched> heard() {
    synchronized (heard) {
      List<Touched> all = List.copyOf(heard);
      heard.clear();
      return all;
    }
  }

  Actor asOwner() {
    return new Actor.AccountActor(owner.id(), "anna");
  }

  Actor asProvider() {
    return new Actor.AccountActor(provider.id(), "paul");
  }

  IssuedApplication application() {
    return management
        .applications()
        .create(asOwner(), NewApplication.of(owner.id(), "shop").describedAs("sells"));
  }

  ApiGroupDetails group() {
    return management
        .apiGroups()
        .define(asProvider(), new NewApiGroup(provider.id(), "g" + Ids.next(), "orders"));
  }

  ApiDetails api(ApiGroupDetails group) {
    return management.apis().define(asProvider(), NewApi.of(group.id(), "GET", "/orders/{id}"));
  }

  void close() {
    opened.entities().close();
    opened.database().close();
  }

  private record Opened(Database database, Entities entities, SecretVault vault) {

    static Opened open(Product product) {
      Database database = Database.open(product.empty(), new Timeouts(Duration.ofSeconds(10)));
      Schema.prepare(database, SchemaMode.MIGRATE);
      MasterKeys keys = MasterKeys.load("file:" + keyFile() + "?create", null);
      KeyRegister.check(database, keys, START);
      return new Opened(database, Entities.open(database), new SecretVault(keys));
    }

    private static Path keyFile() {
      try {
        Path folder = Files.createTempDirectory("countersign-keys");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("master.key");
        file.toFile().deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

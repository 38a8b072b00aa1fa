package dev.countersign.persistence;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.CredentialStore;
import dev.countersign.filter.access.DecisionListener;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Schema;
import dev.countersign.persistence.feed.FeedPoller;
import dev.countersign.persistence.feed.Freshness;
import dev.countersign.persistence.store.Coherence;
import dev.countersign.persistence.store.Ports;
import dev.countersign.persistence.vault.KeyRegister;
import dev.countersign.persistence.vault.SecretVault;
import dev.countersign.persistence.work.Entities;
import dev.countersign.persistence.work.Transactions;
import dev.countersign.signing.AppKey;
import java.time.InstantSource;

/**
 * The stores of a WAR over one database, and the ground on which its management is built.
 * Thread-safe.
 */
public final class PersistentStores implements AccessStores {

  private static final System.Logger LOG = System.getLogger(PersistentStores.class.getName());

  private static final AppKey FIRST_LOOKED_UP = new AppKey("nobody");

  private final Ports ports;
  private final NonceStore nonces;
  private final Foundation foundation;
  private final OpenParts parts;

  private PersistentStores(Ports ports, NonceStore nonces, Foundation foundation, OpenParts parts) {
    this.ports = ports;
    this.nonces = nonces;
    this.foundation = foundation;
    this.parts = parts;
  }

  /**
   * Opens them: tables right, master key right, change feed running, catalogue in memory.
   *
   * @throws SettingsException if a setting, the tables or the master key are wrong
   * @throws StoreUnavailableException if the database does not answer now
   */
  public static PersistentStores open(StoreSettings settings, InstantSource clock) {
    OpenParts parts = new OpenParts();
    try {
      PersistentStores stores = open(settings, clock, parts);
      stores.apis().apis();
      // The first look-up takes many times longer than the next: it is not made while callers wait.
      stores.credentials().find(FIRST_LOOKED_UP);
      return stores;
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  private static PersistentStores open(
      StoreSettings settings, InstantSource clock, OpenParts parts) {
    Database database = parts.add(Database.open(settings.address(), settings.timeouts()));
    Schema.prepare(database, settings.schema());
    KeyRegister.check(database, settings.masterKeys(), clock.instant());
    Coherence coherence = new Coherence();
    Transactions transactions =
        parts.add(Entities.open(database)).transactions(clock, coherence::drop);
    SecretVault vault = new SecretVault(settings.masterKeys());
    Freshness freshness = new Freshness(clock, settings.cacheTime());
    // Before anything is kept: what is committed after this position is heard of.
    parts.add(FeedPoller.start(database, coherence::drop, freshness, settings.pollInterval()));
    Ports.Source source = new Ports.Source(database, transactions, vault, clock);
    Ports ports = parts.add(Ports.open(source, coherence, freshness));
    Foundation foundation = new Foundation(transactions, vault, clock);
    return new PersistentStores(ports, nonces(settings, ports, clock), foundation, parts);
  }

  private static NonceStore nonces(StoreSettings settings, Ports ports, InstantSource clock) {
    if (settings.nonceStore() == StoreSettings.Nonces.JPA) {
      return ports.nonces();
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "nonceStore=memory: right for one node only; after a restart, requests signed shortly before can be replayed once");
    return MemoryNonceStore.create(clock, MemoryNonceStore.DEFAULT_CAPACITY);
  }

  /** What management is built on. */
  public Foundation foundation() {
    return foundation;
  }

  @Override
  public CredentialStore credentials() {
    return ports.credentials();
  }

  @Override
  public GrantStore grants() {
    return ports.grants();
  }

  @Override
  public ApiCatalogue apis() {
    return ports.apis();
  }

  @Override
  public NonceStore nonces() {
    return nonces;
  }

  @Override
  public DecisionListener decisions() {
    return ports.decisions();
  }

  @Override
  public void close() {
    parts.close();
  }
}

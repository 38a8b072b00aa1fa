package dev.countersign.persistence.management;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.Foundation;
import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreSettings;
import java.time.InstantSource;
import java.util.Map;

/**
 * All management services over one store. Each call names its actor, is one transaction, and is in
 * the history, or is undone with it. What a change touches is dropped from the caches of this node
 * before the call returns. Thread-safe.
 */
public interface Management extends AutoCloseable {

  /**
   * Over the stores that a WAR shares, as a lease of {@code dev.countersign.filter.SharedStores}
   * hands them out. It works until they are closed, and has nothing to close itself.
   *
   * @throws InvalidArgumentException if they are not in a database
   */
  static Management of(AccessStores stores) {
    if (stores instanceof PersistentStores persistent) {
      Foundation foundation = persistent.foundation();
      return new StoredManagement(foundation, () -> {});
    }
    throw new InvalidArgumentException(
        "only stores in a database can be managed; set dataSource or jdbcUrl");
  }

  /**
   * Over a database of its own choice, for a command line.
   *
   * @param settings store settings by name, as in {@code web.xml} but without the {@code
   *     countersign.} before them
   * @param clock the time of all changes
   * @throws SettingsException if a setting, the tables or the master key are wrong
   * @throws StoreUnavailableException if the database does not answer
   */
  static Management open(Map<String, String> settings, InstantSource clock) {
    PersistentStores stores = PersistentStores.open(StoreSettings.read(settings), clock);
    return new StoredManagement(stores.foundation(), stores::close);
  }

  /** Owners of applications and APIs. */
  Accounts accounts();

  /** Calling programs. */
  Applications applications();

  /** Their secrets. */
  Secrets secrets();

  /** Key pairs of another gateway. */
  Imports imports();

  /** Deployment stages. */
  Environments environments();

  /** Groups of APIs. */
  ApiGroups apiGroups();

  /** Protected operations. */
  Apis apis();

  /** Permissions. */
  Grants grants();

  /** The same, as one record per application and provider. */
  Authorizations authorizations();

  /** Why calls are let in or not. */
  Explanations explanations();

  /** History. */
  AuditTrail auditTrail();

  /** Closes what {@link #open} opened. */
  @Override
  void close();
}

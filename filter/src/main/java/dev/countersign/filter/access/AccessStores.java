package dev.countersign.filter.access;

/**
 * Everything that a gate asks of a store. A WAR has one, shared by its filters and its console.
 * Thread-safe; the ports stay usable until {@link #close()}, which is called once, by whoever
 * opened it.
 */
public interface AccessStores extends AutoCloseable {

  /** App keys. */
  CredentialStore credentials();

  /** Grants. */
  GrantStore grants();

  /** APIs. */
  ApiCatalogue apis();

  /** Numbers used once. */
  NonceStore nonces();

  /** Who hears of decisions. */
  DecisionListener decisions();

  /** Ends threads and connections. */
  @Override
  void close();
}

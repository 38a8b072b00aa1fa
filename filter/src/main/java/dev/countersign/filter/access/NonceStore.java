package dev.countersign.filter.access;

import java.time.Instant;

/**
 * Port: numbers used once. Implementations are thread-safe, and a claim is atomic over all that
 * share the store.
 */
@FunctionalInterface
public interface NonceStore {

  /**
   * Claims a nonce.
   *
   * @param keepUntil until when it is remembered at least; afterwards it may be, and is then still
   *     refused
   * @return true for exactly one of all claims of the same application, scheme and nonce
   * @throws StoreUnavailableException when it cannot be told, or when the store is full
   */
  boolean claim(String applicationId, String scheme, String nonce, Instant keepUntil);
}

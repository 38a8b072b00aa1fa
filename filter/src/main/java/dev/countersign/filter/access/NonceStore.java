package dev.countersign.filter.access;

import java.time.Instant;

/**
 * Port: marks used once, nonces and signatures. Implementations are thread-safe, and a claim is
 * atomic over all that share the store.
 */
@FunctionalInterface
public interface NonceStore {

  /** What a store knew of a mark. */
  enum Sighting {
    /** Nothing: it is claimed now, by this call. */
    FIRST,
    /** It was claimed for the same request. */
    SAME,
    /** It was claimed for another request. */
    OTHER
  }

  /**
   * Claims a mark for one request.
   *
   * @param mark a nonce, or a signature in hex
   * @param request what tells this request from others: the hex of a SHA-256, or empty where the
   *     mark alone counts
   * @param keepUntil until when it is remembered at least; afterwards it may be, and is then still
   *     refused
   * @return {@link Sighting#FIRST} for exactly one of all claims of the same application, scheme
   *     and mark
   * @throws StoreUnavailableException when it cannot be told, or when the store is full
   */
  Sighting claim(
      String applicationId, String scheme, String mark, String request, Instant keepUntil);
}

package dev.countersign.benchmarks;

import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.NonceStore;
import java.time.Instant;

/**
 * The memory of nonces, in which one request counts as a new one each time: as if every call had a
 * nonce of its own. Used by one thread.
 */
final class NewNonces implements NonceStore {

  /** Never full within one iteration. */
  private static final int CAPACITY = 1 << 28;

  private NonceStore memory = MemoryNonceStore.create(Gates.CLOCK, CAPACITY);
  private long count;

  /** Forgets all. */
  void forget() {
    memory = MemoryNonceStore.create(Gates.CLOCK, CAPACITY);
  }

  @Override
  public Sighting claim(
      String applicationId, String scheme, String mark, String request, Instant keepUntil) {
    return memory.claim(applicationId, scheme, mark + count++, request, keepUntil);
  }
}

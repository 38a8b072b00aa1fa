package dev.countersign.benchmarks;

import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.NonceStore;
import java.time.Instant;

/**
 * The memory of nonces, in which one request counts as a new one each time: as if every call had a
 * nonce of its own. It holds 100,000 at most, as a node does that serves 150 calls a second. Used by
 * one thread.
 */
final class NewNonces implements NonceStore {

  private static final int MOST = 100_000;

  private NonceStore memory = empty();
  private int count;

  private static NonceStore empty() {
    return MemoryNonceStore.create(Gates.CLOCK, 4 * MOST);
  }

  @Override
  public Sighting claim(
      String applicationId, String scheme, String mark, String request, Instant keepUntil) {
    if (count == MOST) {
      memory = empty();
      count = 0;
    }
    return memory.claim(applicationId, scheme, mark + count++, request, keepUntil);
  }
}

package dev.countersign.persistence.contract;

import dev.countersign.filter.access.MemoryNonceStore;
import dev.countersign.filter.access.NonceStore;
import java.time.InstantSource;

class MemoryNonceStoreContractTest extends NonceStoreContract {

  @Override
  protected NonceStore store() {
    return MemoryNonceStore.create(InstantSource.system(), 100_000);
  }
}

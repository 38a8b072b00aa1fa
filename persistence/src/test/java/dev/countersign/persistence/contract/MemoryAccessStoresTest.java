package dev.countersign.persistence.contract;

class MemoryAccessStoresTest extends AccessStoresContract {

  @Override
  protected Arrangement arrange() {
    return new MemoryArrangement();
  }
}

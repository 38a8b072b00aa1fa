package dev.countersign.persistence.contract;

import dev.countersign.persistence.TestDatabases;

class H2AccessStoresTest extends AccessStoresContract {

  @Override
  protected Arrangement arrange() {
    return new StoredArrangement(TestDatabases.Product.H2);
  }
}

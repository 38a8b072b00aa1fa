package dev.countersign.persistence.contract;

import dev.countersign.persistence.TestDatabases;

class PostgreSqlAccessStoresTest extends AccessStoresContract {

  @Override
  protected Arrangement arrange() {
    return new StoredArrangement(TestDatabases.Product.POSTGRESQL);
  }
}

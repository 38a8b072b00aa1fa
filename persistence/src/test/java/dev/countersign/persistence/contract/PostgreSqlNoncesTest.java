package dev.countersign.persistence.contract;

import dev.countersign.persistence.TestDatabases;

class PostgreSqlNoncesTest extends StoredNoncesContract {

  PostgreSqlNoncesTest() {
    super(TestDatabases.Product.POSTGRESQL);
  }
}

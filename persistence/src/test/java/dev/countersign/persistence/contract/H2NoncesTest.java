package dev.countersign.persistence.contract;

import dev.countersign.persistence.TestDatabases;

class H2NoncesTest extends StoredNoncesContract {

  H2NoncesTest() {
    super(TestDatabases.Product.H2);
  }
}

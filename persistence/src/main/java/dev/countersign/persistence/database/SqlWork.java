package dev.countersign.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Work with one connection, which its taker closes. */
@FunctionalInterface
public interface SqlWork<T> {

  /** Does it. */
  T with(Connection connection) throws SQLException;
}

package dev.countersign.persistence.store;

import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Nonces in the database, shared by all nodes. One statement claims: of all that try the same at
 * once, the unique key lets one through. A row that has expired and is not purged yet refuses like
 * any other. Thread-safe.
 */
final class StoredNonces implements NonceStore {

  private final Database database;

  StoredNonces(Database database) {
    this.database = database;
  }

  @Override
  public boolean claim(String applicationId, String scheme, String nonce, Instant keepUntil) {
    // Neither an id nor a scheme holds a line feed, so two different claims never meet in one text.
    byte[] id = DigestUtils.sha256(applicationId + '\n' + scheme + '\n' + nonce);
    try {
      return database.withConnection(connection -> insert(connection, id, keepUntil));
    } catch (SQLException e) {
      if (SqlErrors.of(e) == SqlErrors.CONSTRAINT) {
        return false;
      }
      throw new StoreUnavailableException("the nonce could not be claimed", e);
    }
  }

  private boolean insert(Connection connection, byte[] id, Instant keepUntil) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(database.dialect().claimNonce())) {
      statement.setQueryTimeout(database.timeouts().statementSeconds());
      statement.setBytes(1, id);
      statement.setLong(2, keepUntil.toEpochMilli());
      return statement.executeUpdate() == 1;
    }
  }
}

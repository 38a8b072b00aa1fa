package dev.countersign.persistence.store;

import dev.countersign.filter.access.NonceStore;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Nonces and signatures in the database, shared by all nodes. One statement claims: of all that try
 * the same at once, the unique key lets one through. A row that has expired and is not purged yet
 * refuses like any other. Thread-safe.
 */
final class StoredNonces implements NonceStore {

  private static final String FIND = "SELECT 1 FROM cs_nonce WHERE id = ? AND request = ?";

  private final Database database;

  StoredNonces(Database database) {
    this.database = database;
  }

  @Override
  public Sighting claim(
      String applicationId, String scheme, String mark, String request, Instant keepUntil) {
    // Neither an id nor a scheme holds a line feed, so two different claims never meet in one text.
    byte[] id = DigestUtils.sha256(applicationId + '\n' + scheme + '\n' + mark);
    byte @Nullable [] hash = request.isEmpty() ? null : DigestUtils.sha256(request);
    try {
      if (isFirst(id, hash, keepUntil)) {
        return Sighting.FIRST;
      }
      return hash == null || isSame(id, hash) ? Sighting.SAME : Sighting.OTHER;
    } catch (SQLException e) {
      throw new StoreUnavailableException("the nonce could not be claimed", e);
    }
  }

  private boolean isFirst(byte[] id, byte @Nullable [] hash, Instant keepUntil)
      throws SQLException {
    try {
      return database.withConnection(connection -> insert(connection, id, hash, keepUntil));
    } catch (SQLException e) {
      if (SqlErrors.of(e) == SqlErrors.CONSTRAINT) {
        return false;
      }
      throw e;
    }
  }

  private boolean insert(
      Connection connection, byte[] id, byte @Nullable [] hash, Instant keepUntil)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(database.dialect().claimNonce())) {
      statement.setQueryTimeout(database.timeouts().statementSeconds());
      statement.setBytes(1, id);
      statement.setLong(2, keepUntil.toEpochMilli());
      statement.setBytes(3, hash);
      return statement.executeUpdate() == 1;
    }
  }

  /** A row that was purged in between is not the same: what cannot be told is refused. */
  private boolean isSame(byte[] id, byte[] hash) throws SQLException {
    return database.withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setQueryTimeout(database.timeouts().statementSeconds());
            statement.setBytes(1, id);
            statement.setBytes(2, hash);
            try (ResultSet row = statement.executeQuery()) {
              return row.next();
            }
          }
        });
  }
}

package dev.countersign.persistence.vault;

import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The ids of the keys that a database was written with, so that a wrong key is found when the store
 * is opened.
 */
public final class KeyRegister {

  private static final String IN_USE =
      "SELECT id FROM cs_master_key k WHERE EXISTS (SELECT 1 FROM cs_app_secret s WHERE s.master_key_id = k.id)";

  private KeyRegister() {}

  /**
   * Checks the keys against the database, and registers the current one.
   *
   * @throws SettingsException if secrets are sealed with a key that is not among these, or the
   *     database was written with other keys only
   * @throws StoreUnavailableException if the database does not answer
   */
  public static void check(Database database, MasterKeys keys, Instant now) {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try {
        check(connection, keys, now);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException("the register of master keys cannot be read", e);
    }
  }

  private static void check(Connection connection, MasterKeys keys, Instant now)
      throws SQLException {
    // One at a time: two nodes that start with two different keys on an empty database must not
    // both be first.
    ids(connection, "SELECT revision FROM cs_revision WHERE id = 1 FOR UPDATE");
    Set<String> missing = ids(connection, IN_USE);
    missing.removeAll(keys.ids());
    if (!missing.isEmpty()) {
      throw new SettingsException(
          "masterKey is wrong or incomplete: secrets are sealed with the master keys "
              + missing
              + ", which are not among those configured, "
              + keys.ids()
              + "; keep old keys behind the new one");
    }
    Set<String> registered = ids(connection, "SELECT id FROM cs_master_key");
    if (!registered.isEmpty() && registered.stream().noneMatch(id -> keys.find(id).isPresent())) {
      throw new SettingsException(
          "masterKey is wrong: this database was written with the master keys "
              + registered
              + ", configured are "
              + keys.ids()
              + "; put a new key in front of the old one, not in its place");
    }
    if (!registered.contains(keys.current().id())) {
      register(connection, keys.current().id(), now);
    }
  }

  private static Set<String> ids(Connection connection, String query) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static void register(Connection connection, String id, Instant now) throws SQLException {
    String insert = "INSERT INTO cs_master_key (id, created_at) VALUES (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, id);
      statement.setLong(2, now.toEpochMilli());
      statement.executeUpdate();
    }
  }
}

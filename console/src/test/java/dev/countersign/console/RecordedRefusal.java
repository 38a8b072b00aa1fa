package dev.countersign.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A call that the filter refused for want of a grant, as it is on record. */
public final class RecordedRefusal {

  private static final String INSERT =
      "INSERT INTO cs_audit (id, kind, happened_at, request_id, reason, explanation,"
          + " method, path, application_id) VALUES"
          + " (?, 'refusal', 1, ?, 'not-granted', 'no grant', 'GET', '/orders/1', ?)";

  private RecordedRefusal() {}

  /** Puts one into this database; its request's id. */
  public static String of(String applicationId, String url) {
    String id = UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, id);
      insert.setString(2, id);
      insert.setString(3, applicationId);
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.data.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Refused calls, as the filter's listener writes them. */
final class Refusals {

  private Refusals() {}

  /** Of a GET; the id that its caller was told. */
  static String write(Site site, String applicationId, String reason, String path) {
    String requestId = Ids.next();
    try (Connection connection = site.database().dataSource().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO cs_audit (id, kind, happened_at, request_id, reason, explanation,"
                    + " method, path, application_id) VALUES (?, 'refusal', ?, ?, ?, ?, 'GET', ?, ?)")) {
      statement.setString(1, Ids.next());
      statement.setLong(2, site.now().toEpochMilli());
      statement.setString(3, requestId);
      statement.setString(4, reason);
      statement.setString(5, "the precise cause");
      statement.setString(6, path);
      statement.setString(7, applicationId);
      statement.executeUpdate();
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return requestId;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.countersign.persistence.store;

import dev.countersign.filter.access.Decision;
import dev.countersign.filter.access.Verdict;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.Ids;
import dev.countersign.persistence.database.Timeouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A refused call, in the form in which any database takes it. */
record Refusal(
    long happenedAt,
    String requestId,
    String reason,
    String explanation,
    String method,
    String path,
    String applicationId) {

  private static final String INSERT =
      "INSERT INTO cs_audit (id, kind, happened_at, request_id, reason, explanation, method, path, application_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int TOKEN = 64;
  private static final int LINE = 1000;

  /** Cut short at once, and made safe by the thread that writes it: the caller waits for this. */
  static Refusal of(Decision decision, Verdict.Rejected rejected, String applicationId) {
    return new Refusal(
        decision.at().toEpochMilli(),
        cut(decision.requestId(), TOKEN),
        rejected.reason().code(),
        cut(rejected.explanation(), LINE),
        cut(decision.method(), TOKEN),
        cut(decision.path(), LINE),
        applicationId);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /**
   * A caller sends any byte he likes: NUL would break the insert, others the page that shows it.
   */
  private static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.chars().forEach(c -> safe.append(c >= ' ' && c <= '~' ? (char) c : '?'));
    return safe.toString();
  }

  /** Inserts all of them or none. */
  static int insert(Connection connection, List<Refusal> refusals, Timeouts timeouts)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setQueryTimeout(timeouts.statementSeconds());
      for (Refusal refusal : refusals) {
        refusal.bind(statement);
        statement.addBatch();
      }
      int rows = statement.executeBatch().length;
      connection.commit();
      return rows;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    statement.setString(1, Ids.next());
    statement.setString(2, AuditRow.REFUSAL);
    statement.setLong(3, happenedAt);
    statement.setString(4, safe(requestId));
    statement.setString(5, reason);
    statement.setString(6, safe(explanation));
    statement.setString(7, safe(method));
    statement.setString(8, safe(path));
    statement.setString(9, applicationId);
  }
}

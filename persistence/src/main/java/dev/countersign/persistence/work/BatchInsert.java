package dev.countersign.persistence.work;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many rows in few round trips. */
final class BatchInsert {

  /** Small enough to stay below the time that one statement may take. */
  private static final int BATCH = 500;

  private BatchInsert() {}

  static void run(
      Connection connection, String sql, List<List<@Nullable Object>> rows, int seconds) {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setQueryTimeout(seconds);
      int waiting = 0;
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
        waiting++;
        if (waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw new PersistenceException("rows were not inserted", e);
    }
  }
}

package dev.countersign.persistence.feed;

import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.SqlWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Reads cs_change. One query while all is well, in a transaction of its own. */
final class ChangeReader {

  /** More rows than this are not worth telling apart. */
  private static final int MOST_ROWS = 10_000;

  private static final String SINCE =
      "SELECT revision, mark, scope, object_id FROM cs_change WHERE revision >= ? ORDER BY revision, ordinal";
  private static final String NEWEST =
      "SELECT revision, mark FROM cs_change WHERE ordinal = 0 AND revision = (SELECT MAX(revision) FROM cs_change)";

  private final Database database;

  ChangeReader(Database database) {
    this.database = database;
  }

  /** Where the feed stands now. */
  Position newest() throws SQLException {
    return read(this::newest);
  }

  /**
   * What happened since. When the feed does not continue what was read (older rows are gone, the
   * database was restored) everything counts as touched.
   */
  Changes since(Position last) throws SQLException {
    return read(
        connection -> {
          Tally tally = tally(connection, last);
          if (tally.continues()) {
            return new Changes(tally.touched(), tally.position());
          }
          // The position first: what is committed after it is read by the next poll.
          return new Changes(Touched.EVERYTHING, newest(connection));
        });
  }

  private <T> T read(SqlWork<T> work) throws SQLException {
    return database.probe(
        () -> {
          try (Connection connection = database.dataSource().getConnection()) {
            return work.with(connection);
          }
        });
  }

  private Position newest(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      query.setQueryTimeout(database.timeouts().statementSeconds());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("cs_change has lost its newest row");
        }
        return new Position(row.getLong(1), row.getString(2));
      }
    }
  }

  private Tally tally(Connection connection, Position last) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setQueryTimeout(database.timeouts().statementSeconds());
      query.setMaxRows(MOST_ROWS);
      query.setLong(1, last.revision());
      Tally tally = new Tally(last);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tally.add(
              new Position(rows.getLong(1), rows.getString(2)),
              rows.getString(3),
              rows.getString(4));
        }
      }
      return tally;
    }
  }

  /** Adds the rows up, and notices when they are not the continuation of what was read before. */
  private static final class Tally {

    private final Position last;
    private final Set<String> applications = new HashSet<>();
    private Position position;
    private int rows;
    private boolean gap;
    private boolean catalogue;
    private boolean everything;

    Tally(Position last) {
      this.last = last;
      this.position = last;
    }

    void add(Position at, String scope, String objectId) {
      boolean first = rows++ == 0;
      gap |= first ? !at.equals(last) : at.revision() > position.revision() + 1;
      position = at;
      if (at.equals(last)) {
        return;
      }
      switch (scope) {
        case "application" -> applications.add(objectId);
        case "catalogue" -> catalogue = true;
        default -> everything = true;
      }
    }

    boolean continues() {
      return rows > 0 && rows < MOST_ROWS && !gap;
    }

    Touched touched() {
      return everything ? Touched.EVERYTHING : new Touched(false, catalogue, applications);
    }

    Position position() {
      return position;
    }
  }
}

package dev.countersign.persistence.management;

import dev.countersign.persistence.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a database holds of ours, as text; bytes as hex. */
final class Dump {

  private Dump() {}

  static Map<String, List<String>> of(Database database) {
    try (Connection connection = database.dataSource().getConnection()) {
      Map<String, List<String>> tables = new TreeMap<>();
      for (String table : tables(connection)) {
        tables.put(table, rows(connection, table));
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (name.startsWith("cs_") && !name.equals("cs_schema_history")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private static String row(ResultSet found) throws SQLException {
    StringBuilder row = new StringBuilder();
    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
      Object value = found.getObject(column);
      row.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
      row.append('|');
    }
    return row.toString();
  }

  static void rename(Database database, String from, String to) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.countersign.sample.transparency;

import dev.countersign.sample.server.DataRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Kinds of cells of the matrix, from a file: a container and the columns of a cell, where a star
 * means all of a kind, then what is to be said of them.
 */
final class CellRows {

  private static final int OF_A_CELL = 6;
  private static final int MOST_COLUMNS = 9;

  private final List<String[]> rows;

  CellRows(String file) {
    rows = DataRows.of("/transparency/" + file, MOST_COLUMNS);
  }

  boolean name(String server, Cell cell) {
    return about(server, cell).isPresent();
  }

  /** What the first row that names it says of a cell. */
  Optional<List<String>> about(String server, Cell cell) {
    List<String> wanted =
        List.of(
            cell.protocol(), cell.filtered().name(), cell.body(), cell.reading(), cell.handling());
    return rows.stream()
        .filter(row -> server.startsWith(row[0]) && matches(row, wanted))
        .map(row -> Arrays.asList(row).subList(OF_A_CELL, row.length))
        .findFirst();
  }

  private static boolean matches(String[] row, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!row[i + 1].equals("*") && !row[i + 1].equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }
}

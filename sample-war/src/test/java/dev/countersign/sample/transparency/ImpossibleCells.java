package dev.countersign.sample.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The cells in which a container cannot have the same with the filter as without. */
final class ImpossibleCells {

  static final String NO_ANSWER = "none";

  private static final int COLUMNS = 9;
  private static final int WITHOUT = 6;
  private static final int WITH = 7;

  private final List<String[]> rows;

  /**
   * Answers to one cell.
   *
   * @param without status without the filter, or {@link #NO_ANSWER}
   * @param with status with it
   */
  record Answers(String without, String with) {}

  /** The columns are those of a cell, behind the container; a star means all of a kind. */
  ImpossibleCells() {
    try (InputStream from =
        ImpossibleCells.class.getResourceAsStream("/transparency/impossible.csv")) {
      rows =
          new String(from.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" *; *", COLUMNS))
              .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What is answered with and without the filter, where the cell is impossible. */
  Optional<Answers> answers(String server, Cell cell) {
    List<String> wanted =
        List.of(
            cell.protocol(), cell.filtered().name(), cell.body(), cell.reading(), cell.handling());
    return rows.stream()
        .filter(row -> server.startsWith(row[0]) && matches(row, wanted))
        .map(row -> new Answers(row[WITHOUT], row[WITH]))
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

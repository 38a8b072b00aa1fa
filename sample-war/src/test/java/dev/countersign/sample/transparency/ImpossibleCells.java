package dev.countersign.sample.transparency;

import java.util.Optional;

/** The cells in which a container cannot have the same with the filter as without. */
final class ImpossibleCells {

  private final CellRows rows = new CellRows("impossible.csv");

  /**
   * Answers to one cell.
   *
   * @param without status without the filter, or {@link Outcome#SILENCE} or {@link Outcome#BROKEN}
   * @param with status with it
   */
  record Answers(String without, String with) {}

  /** What is answered with and without the filter, where the cell is impossible. */
  Optional<Answers> answers(String server, Cell cell) {
    return rows.about(server, cell).map(said -> new Answers(said.get(0), said.get(1)));
  }
}

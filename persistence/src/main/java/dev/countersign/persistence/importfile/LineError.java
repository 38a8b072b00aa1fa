package dev.countersign.persistence.importfile;

/**
 * What is wrong in one place of a file. Immutable.
 *
 * @param place where
 * @param column name of the column or member; empty where it concerns the whole line
 * @param message what is wrong, for people; never repeats what the file says there
 */
public record LineError(Place place, String column, String message) {

  /** Such as {@code line 3 (application 2), secret: a secret has ...}. */
  @Override
  public String toString() {
    return place + (column.isEmpty() ? "" : ", " + column) + ": " + message;
  }
}

package dev.countersign.persistence.importfile;

import java.util.Map;
import java.util.Optional;

/**
 * One application as a file describes it, unjudged. Immutable.
 *
 * @param place where it stands
 * @param values what is written; a required column is missing only where an error says so
 */
public record ImportLine(Place place, Map<ImportColumn, String> values) {

  /** Copies the map. */
  public ImportLine {
    values = Map.copyOf(values);
  }

  /** What is written in the column; empty where it is not there. */
  public Optional<String> value(ImportColumn column) {
    return Optional.ofNullable(values.get(column));
  }

  /** Not the values. */
  @Override
  public String toString() {
    return "ImportLine[" + place + "]";
  }
}

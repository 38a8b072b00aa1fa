package dev.countersign.persistence.importfile;

/**
 * Where something stands in a file.
 *
 * @param line the line, from 1
 * @param application the how manieth application of the file it is, from 1; 0 where it is none.
 *     JSON may be all on one line
 */
public record Place(int line, int application) {

  @Override
  public String toString() {
    return "line " + line + (application == 0 ? "" : " (application " + application + ")");
  }
}

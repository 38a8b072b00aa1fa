package dev.countersign.persistence.importfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads files of either format, whole, so that nothing is done before all of it is known. */
public final class ImportFile {

  /** The most applications in one file. */
  public static final int MOST_APPLICATIONS = 100_000;

  /** The most bytes of one file: 64 MiB. */
  public static final int MOST_BYTES = 64 << 20;

  private ImportFile() {}

  /**
   * Reads the stream to its end, or to the first byte too many; it stays open.
   *
   * @param errors told what is wrong with the file; where something is, the lines are those that
   *     could be read
   * @throws IOException as the stream throws it
   */
  public static List<ImportLine> read(InputStream bytes, ImportFormat format, LineErrors errors)
      throws IOException {
    Reading reading = new Reading(errors);
    FileText.of(bytes, errors).ifPresent(text -> parse(text, format, reading));
    if (reading.lines.isEmpty() && errors.isEmpty()) {
      errors.add(new Place(1, 0), "the file holds no application");
    }
    return reading.lines;
  }

  private static void parse(String text, ImportFormat format, Reading reading) {
    switch (format) {
      case CSV -> new CsvLines(reading).read(text);
      case JSON -> new JsonLines(reading).read(text);
    }
  }

  /** What was read so far. */
  static final class Reading {

    final LineErrors errors;
    private final List<ImportLine> lines = new ArrayList<>();
    private int applications;

    Reading(LineErrors errors) {
      this.errors = errors;
    }

    /** The place of the next application; its number is 0 if it is one too many. */
    Place next(int line) {
      if (applications == MOST_APPLICATIONS) {
        Place place = new Place(line, 0);
        errors.add(place, "a file holds at most " + MOST_APPLICATIONS + " applications");
        return place;
      }
      applications++;
      return new Place(line, applications);
    }

    void add(ImportLine line) {
      lines.add(line);
    }
  }
}

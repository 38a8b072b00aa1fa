package dev.countersign.persistence.importfile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV: a header that names the columns in any order, then a line per application. */
final class CsvLines {

  private final ImportFile.Reading reading;

  CsvLines(ImportFile.Reading reading) {
    this.reading = reading;
  }

  void read(String text) {
    int[] line = {1};
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
      records(parser, line);
    } catch (IOException | UncheckedIOException e) {
      // Not its message, which may quote the line.
      reading.errors.add(
          new Place(line[0], 0),
          "what begins here is not CSV: a quoted value ends with a quote, before a comma or the end"
              + " of the line; a quote inside is doubled");
    }
  }

  private void records(CSVParser parser, int[] line) {
    Iterator<CSVRecord> records = parser.iterator();
    List<ImportColumn> header = null;
    while (true) {
      line[0] = (int) parser.getCurrentLineNumber() + 1;
      if (!records.hasNext()) {
        return;
      }
      CSVRecord written = records.next();
      if (isBlank(written)) {
        continue;
      }
      if (header == null) {
        header = header(written, line[0]);
        if (header.isEmpty()) {
          return;
        }
      } else if (!add(written, header, line[0])) {
        return;
      }
    }
  }

  private static boolean isBlank(CSVRecord written) {
    return written.size() == 1 && written.get(0).isBlank();
  }

  /** Empty if it is none: then nobody knows what the lines mean. */
  private List<ImportColumn> header(CSVRecord written, int line) {
    Place place = new Place(line, 0);
    List<ImportColumn> columns = new ArrayList<>();
    Set<ImportColumn> missing = EnumSet.allOf(ImportColumn.class);
    boolean right = true;
    for (String title : written) {
      ImportColumn column = ImportColumn.titled(title).orElse(null);
      if (column == null || !missing.remove(column)) {
        right = false;
        reading.errors.add(place, wrongTitle(columns.size() + 1, column != null));
      }
      columns.add(column == null ? ImportColumn.NAME : column);
    }
    for (ImportColumn column : missing) {
      if (column.isRequired()) {
        right = false;
        reading.errors.add(place, column, "the header does not name this column");
      }
    }
    return right ? columns : List.of();
  }

  private static String wrongTitle(int number, boolean repeated) {
    return "the header's column "
        + number
        + (repeated
            ? " is there already"
            : " is none of " + ImportColumn.titles() + "; the first line names the columns");
  }

  private boolean add(CSVRecord written, List<ImportColumn> header, int line) {
    Place place = reading.next(line);
    if (place.application() == 0) {
      return false;
    }
    if (written.size() != header.size()) {
      reading.errors.add(
          place, "the header names " + header.size() + " columns, this line has " + written.size());
      return true;
    }
    Map<ImportColumn, String> values = new EnumMap<>(ImportColumn.class);
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), written.get(i));
    }
    reading.add(new ImportLine(place, values));
    return true;
  }
}

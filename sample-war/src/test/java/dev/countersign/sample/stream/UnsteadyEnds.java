package dev.countersign.sample.stream;

import dev.countersign.sample.server.DataRows;
import java.util.List;

/** Bodies of which a server tells a failure now and then although they came whole, from a file. */
final class UnsteadyEnds {

  private static final int COLUMNS = 4;
  private static final List<String[]> ROWS = DataRows.of("/stream/unsteady.csv", COLUMNS);

  private UnsteadyEnds() {}

  static boolean name(String server, EndingRow row) {
    String framing = row.chunked() ? "chunks" : "length";
    return ROWS.stream()
        .anyMatch(
            said ->
                server.startsWith(said[0]) && said[1].equals(row.way()) && said[2].equals(framing));
  }
}

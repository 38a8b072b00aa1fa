package dev.countersign.sample.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Bodies of which a server tells a failure now and then although they came whole, from a file. */
final class UnsteadyEnds {

  private UnsteadyEnds() {}

  static boolean name(String server, EndingRow row) {
    String framing = row.chunked() ? "chunks" : "length";
    try (InputStream from = UnsteadyEnds.class.getResourceAsStream("/stream/unsteady.csv")) {
      return new String(from.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" *; *", 4))
          .anyMatch(
              said ->
                  server.startsWith(said[0])
                      && said[1].equals(row.way())
                      && said[2].equals(framing));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

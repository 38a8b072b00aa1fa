package dev.countersign.sample.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of a data file of the tests, whose columns stand between semicolons. */
public final class DataRows {

  private DataRows() {}

  /** All but comments; the last of so many columns may hold semicolons. */
  public static List<String[]> of(String resource, int columns) {
    try (InputStream from = DataRows.class.getResourceAsStream(resource)) {
      return new String(from.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" *; *", columns))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.countersign.persistence.importfile;

import java.util.Locale;
import java.util.Optional;

/** How a file is written. */
public enum ImportFormat {
  /** RFC 4180, UTF-8, with a header line; lines may end with LF too. */
  CSV,
  /** RFC 8259: one array of objects. */
  JSON;

  /**
   * The format that the end of a file name tells; empty for any but {@code .csv}, {@code .json}.
   */
  public static Optional<ImportFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return Optional.of(CSV);
    }
    return lower.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
  }
}

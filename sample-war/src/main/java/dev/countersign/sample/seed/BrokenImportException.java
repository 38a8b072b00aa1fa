package dev.countersign.sample.seed;

import java.nio.file.Path;

/** The file to import is broken, so the sample does not start. */
final class BrokenImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenImportException(Path file, String errors) {
    super("Nothing was imported from " + file + ":\n  " + errors);
  }
}

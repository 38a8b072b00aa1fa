package dev.countersign.console.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Data files of the tests of commands. */
final class TestLines {

  private TestLines() {}

  /** The lines of a file that are neither empty nor remarks. */
  static List<String> of(String file) {
    return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  static String text(String file) {
    try (InputStream bytes = TestLines.class.getResourceAsStream(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

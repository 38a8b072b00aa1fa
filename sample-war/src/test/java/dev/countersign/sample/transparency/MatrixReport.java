package dev.countersign.sample.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What came out, by protocol, for {@code target/transparency-<server>.txt}. Thread-safe. */
final class MatrixReport {

  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final Queue<String> bare = new ConcurrentLinkedQueue<>();

  void count(Cell cell, String outcome) {
    counts
        .computeIfAbsent(cell.protocol() + ", " + outcome, key -> new AtomicInteger())
        .incrementAndGet();
  }

  /** The server broke a connection before it had answered. */
  void broke(Cell cell, Exception how) {
    broken.add(cell + ": " + how.getCause());
  }

  int broken() {
    return broken.size();
  }

  /** The server answered with a status of its own and nothing else, where it does not do so. */
  void answeredBarely(Cell cell, String status) {
    bare.add(cell + ": " + status);
  }

  int bare() {
    return bare.size();
  }

  void write(String server) {
    List<String> lines = new ArrayList<>();
    lines.add("Cells of the servlet transparency matrix on " + server);
    new TreeMap<>(counts).forEach((what, count) -> lines.add(what + ": " + count));
    lines.add("connections that the server broke, each tried again: " + broken.size());
    broken.forEach(each -> lines.add("  " + each));
    lines.add("bare answers of the server's own, each asked again: " + bare.size());
    bare.forEach(each -> lines.add("  " + each));
    try {
      Files.write(file(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file() {
    Path it = Path.of(System.getProperty("it.directory")).toAbsolutePath();
    return it.resolveSibling("..").normalize().resolve("transparency-" + it.getFileName() + ".txt");
  }
}

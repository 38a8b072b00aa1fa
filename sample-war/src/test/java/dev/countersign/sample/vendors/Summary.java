package dev.countersign.sample.vendors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One line per client of the fixed list, in its order, also for those that did not run. */
final class Summary {

  private final Map<String, String> lines = new ConcurrentHashMap<>();

  void add(String id, Object result) {
    lines.put(id, result.toString());
  }

  List<String> of(List<ClientEntry> list) {
    return list.stream()
        .map(entry -> "client " + entry.id() + ": " + lines.getOrDefault(entry.id(), "NOT RUN"))
        .toList();
  }

  void write(Path file, List<ClientEntry> list) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, of(list));
  }
}

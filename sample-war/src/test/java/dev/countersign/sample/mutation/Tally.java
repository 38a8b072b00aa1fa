package dev.countersign.sample.mutation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by row and column, printed as a table. Thread-safe. */
final class Tally {

  private final String title;
  private final Map<String, Map<String, LongAdder>> counts = new ConcurrentSkipListMap<>();

  Tally(String title) {
    this.title = title;
  }

  void count(Object row, Object column) {
    counts
        .computeIfAbsent(String.valueOf(row), first -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(String.valueOf(column), first -> new LongAdder())
        .increment();
  }

  long of(Object row) {
    return counts.getOrDefault(String.valueOf(row), Map.of()).values().stream()
        .mapToLong(LongAdder::sum)
        .sum();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title + '\n');
    counts.forEach(
        (row, columns) ->
            text.append(
                String.format(
                    Locale.ROOT, "  %-24s %8d %s%n", row, of(row), new TreeMap<>(columns))));
    return text.toString();
  }
}

package dev.countersign.sample.transparency;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What came of the same request, sent many times. Used by one thread. */
final class Gathered {

  private static final int MOST = 60;

  private final Supplier<Outcome> source;
  private final List<Outcome> all = new ArrayList<>();

  Gathered(Supplier<Outcome> source) {
    this.source = source;
  }

  /** Sends until it is enough, or was sent so often that it never will be. */
  void until(BooleanSupplier enough) {
    while (!enough.getAsBoolean() && all.size() < MOST) {
      all.add(source.get());
    }
  }

  List<Outcome> all() {
    return List.copyOf(all);
  }

  Set<String> seen() {
    Set<String> seen = new LinkedHashSet<>();
    all.forEach(each -> seen.add(each.seen()));
    return seen;
  }

  boolean has(Outcome outcome) {
    return all.stream().anyMatch(each -> each.seen().equals(outcome.seen()));
  }

  boolean hasGood(Cell cell) {
    return all.stream().anyMatch(each -> each.isGood(cell));
  }
}

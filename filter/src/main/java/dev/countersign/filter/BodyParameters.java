package dev.countersign.filter;

import dev.countersign.filter.access.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters found in a body, in their order. Used by one thread. */
final class BodyParameters {

  private final int limit;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int count;

  BodyParameters(int limit) {
    this.limit = limit;
  }

  /** Counts parameters that are not in the body. */
  void count(int others) {
    count += others;
    check();
  }

  void add(String name, String value) {
    count++;
    check();
    values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
  }

  Map<String, List<String>> values() {
    return values;
  }

  private void check() {
    if (count > limit) {
      throw new UnreadableFormException(Reason.TOO_LARGE, "more than " + limit + " parameters");
    }
  }
}

package dev.countersign.signing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Header fields with case-insensitive names; every value of a name is kept, in the order received.
 * Immutable and thread-safe. An absent name has no values: the empty list, never {@code null}.
 */
public final class Headers {

  private final Map<String, List<String>> byName;

  private Headers(Map<String, List<String>> byName) {
    this.byName = byName;
  }

  /** A builder without any header. */
  public static Builder builder() {
    return new Builder();
  }

  /** All values of the header, in the order received; empty when it is absent. */
  public List<String> values(String name) {
    return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether the header occurs at all, even with an empty value. */
  public boolean contains(String name) {
    return !values(name).isEmpty();
  }

  /** The names that occur, in lower case. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Names and numbers of values only: values may be credentials. */
  @Override
  public String toString() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    byName.forEach((name, values) -> counts.put(name, values.size()));
    return "Headers" + counts;
  }

  /** Collects headers; not thread-safe. */
  public static final class Builder {

    private final Map<String, List<String>> byName = new LinkedHashMap<>();

    private Builder() {}

    /** Adds one value behind those already there. */
    public Builder add(String name, String value) {
      byName
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>(1))
          .add(value);
      return this;
    }

    /** Adds several values in their order. */
    public Builder addAll(String name, Collection<String> values) {
      values.forEach(value -> add(name, value));
      return this;
    }

    /** The headers added so far. */
    public Headers build() {
      Map<String, List<String>> copy = new LinkedHashMap<>(byName.size() * 2);
      byName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
      return new Headers(Collections.unmodifiableMap(copy));
    }
  }
}

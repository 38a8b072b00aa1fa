package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which filters see a request before the access filter does. */
final class OrderCheck {

  private OrderCheck() {}

  static List<Finding> of(WarLayout war) {
    List<Finding> findings = new ArrayList<>();
    List<String> inFront = inFront(war);
    if (!inFront.isEmpty()) {
      findings.add(
          Finding.warning(
              "stands behind these filters on its own paths: "
                  + WarLayout.list(inFront)
                  + ". They see every request before it is verified, refused ones too, and a body or form that they"
                  + " read cannot be proved any more, so that such a call is refused. Put their <filter-mapping>"
                  + " behind this filter's, unless they have to see such requests (CORS, access logs, tracing)."));
    }
    List<String> unknown = unknown(war);
    if (!unknown.isEmpty()) {
      findings.add(
          Finding.note(
              "shares paths with these filters, and no descriptor tells which come first: "
                  + WarLayout.list(unknown)
                  + ". Map them in web.xml to be sure."));
    }
    return findings;
  }

  /** Named with their classes; empty where the descriptor does not tell. */
  static List<String> inFront(WarLayout war) {
    if (!war.isWritten()) {
      return List.of();
    }
    List<FilterMapping> chain = war.chain();
    List<Integer> own =
        IntStream.range(0, chain.size()).filter(i -> isOwn(chain.get(i), war)).boxed().toList();
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < chain.size(); i++) {
      FilterMapping each = chain.get(i);
      if (isAnothers(each, war) && each.hasRequest()) {
        int place = i;
        List<FilterMapping> before = own.stream().filter(o -> o < place).map(chain::get).toList();
        List<FilterMapping> behind = own.stream().filter(o -> o > place).map(chain::get).toList();
        if (isBetween(each, before, behind, war)) {
          found.add(war.named(each.filter()));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Before a mapping of the access filter, unless all that it matches met an earlier one. */
  private static boolean isBetween(
      FilterMapping each, List<FilterMapping> before, List<FilterMapping> behind, WarLayout war) {
    return before.stream().noneMatch(own -> own.hasRequest() && isAsWide(own, each, war))
        && behind.stream().anyMatch(own -> war.meet(own, each));
  }

  private static boolean isAsWide(FilterMapping own, FilterMapping other, WarLayout war) {
    if (!own.byName() && !other.byName()) {
      return own.pattern().covers(other.pattern());
    }
    return war.places().stream()
        .filter(place -> other.touches(place.servlet(), place.pattern()))
        .allMatch(place -> own.covers(place.servlet(), place.pattern()));
  }

  /** Filters on its paths of which no descriptor tells whether they come first. */
  static List<String> unknown(WarLayout war) {
    return war.filters().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(war.filter()))
        .filter(entry -> !war.otherAccessFilters().contains(entry.getKey()))
        .filter(entry -> !war.isWritten() || !isMapped(entry.getKey(), war))
        .filter(
            entry ->
                entry.getValue().mappings(entry.getKey()).stream()
                    .anyMatch(each -> war.own().stream().anyMatch(own -> war.meet(own, each))))
        .map(entry -> war.named(entry.getKey()))
        .toList();
  }

  private static boolean isMapped(String filter, WarLayout war) {
    return war.descriptor().mappings().stream().anyMatch(each -> each.filter().equals(filter));
  }

  private static boolean isOwn(FilterMapping mapping, WarLayout war) {
    return mapping.filter().equals(war.filter());
  }

  /** A filter that is written but that the container does not have is never asked. */
  private static boolean isAnothers(FilterMapping mapping, WarLayout war) {
    return !isOwn(mapping, war)
        && war.filters().containsKey(mapping.filter())
        && !war.otherAccessFilters().contains(mapping.filter());
  }
}

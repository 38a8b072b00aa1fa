package dev.countersign.filter.deployment;

import static dev.countersign.filter.deployment.FilterMapping.REQUEST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a request can be dispatched to a servlet behind the filter without meeting the filter.
 * Only one that is admitted already, or a path without a servlet, may do without a dispatcher type.
 */
final class DispatchCheck {

  private static final String CURE =
      " Write all five into its <filter-mapping>: <dispatcher>REQUEST</dispatcher>"
          + " <dispatcher>FORWARD</dispatcher> <dispatcher>INCLUDE</dispatcher>"
          + " <dispatcher>ASYNC</dispatcher> <dispatcher>ERROR</dispatcher>.";

  private final WarLayout war;
  private final Map<FilterMapping, Set<String>> missing = new LinkedHashMap<>();

  private DispatchCheck(WarLayout war) {
    this.war = war;
    war.own().forEach(this::addMissing);
  }

  static List<Finding> of(WarLayout war) {
    DispatchCheck check = new DispatchCheck(war);
    List<Finding> findings = new ArrayList<>();
    check.missing.forEach((mapping, types) -> findings.add(check.judged(mapping, types)));
    return findings;
  }

  /** Another mapping of the filter may have the types that this one lacks. */
  private void addMissing(FilterMapping mapping) {
    Set<String> types = new TreeSet<>();
    for (WarLayout.Place place : war.places()) {
      if (concerns(mapping, place)) {
        Set<String> here = new TreeSet<>(FilterMapping.ALL);
        war.own().stream()
            .filter(other -> isAsWide(other, mapping, place))
            .forEach(other -> here.removeAll(other.dispatches()));
        types.addAll(here);
      }
    }
    if (!types.isEmpty()) {
      missing.put(mapping, types);
    }
  }

  private boolean concerns(FilterMapping mapping, WarLayout.Place place) {
    boolean taken =
        place.pattern().isDefault() && !mapping.byName() && war.isTaken(mapping.pattern());
    return !taken && mapping.touches(place.servlet(), place.pattern());
  }

  private static boolean isAsWide(
      FilterMapping other, FilterMapping mapping, WarLayout.Place place) {
    return other.covers(place.servlet(), place.pattern())
        || (!mapping.byName() && !other.byName() && other.pattern().covers(mapping.pattern()));
  }

  private Finding judged(FilterMapping mapping, Set<String> types) {
    String lacks = "is not mapped to " + String.join(", ", types) + " on " + mapping.label();
    List<?> outside = outside();
    if (types.contains(REQUEST)) {
      return Finding.unsafe(
          lacks + ": whoever calls these paths directly reaches the servlets unverified." + CURE);
    }
    if (!outside.isEmpty() && !types.equals(Set.of("ERROR"))) {
      return Finding.unsafe(
          lacks
              + ", and not all that can dispatch to it is behind the filter: "
              + WarLayout.list(outside)
              + ". From there strangers could be dispatched inside unverified."
              + CURE);
    }
    List<String> pages = types.contains("ERROR") ? errorPages(mapping) : List.of();
    if (!pages.isEmpty()) {
      return Finding.unsafe(
          lacks
              + ", where error pages are: "
              + WarLayout.list(pages)
              + ". A stranger reaches them unverified by a request that fails."
              + CURE);
    }
    return Finding.warning(
        lacks + ": what is dispatched there may see neither caller nor body." + CURE);
  }

  /** Servlets and filters that see requests which nobody has verified, or may do so. */
  private List<?> outside() {
    List<Object> outside = new ArrayList<>(war.open());
    outside.addAll(OrderCheck.inFront(war));
    outside.addAll(OrderCheck.unknown(war));
    return outside;
  }

  private List<String> errorPages(FilterMapping mapping) {
    return war.descriptor().errorPages().stream()
        .filter(page -> leadsInto(mapping, new UrlPattern(page.replaceFirst("[?#].*", ""))))
        .toList();
  }

  private boolean leadsInto(FilterMapping mapping, UrlPattern page) {
    if (!mapping.byName()) {
      return mapping.pattern().covers(page);
    }
    return war.places().stream()
        .anyMatch(place -> mapping.names(place.servlet()) && place.pattern().covers(page));
  }
}

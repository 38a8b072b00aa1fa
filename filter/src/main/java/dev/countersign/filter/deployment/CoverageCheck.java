package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the filter is mapped to what it is meant to protect. */
final class CoverageCheck {

  private final WarLayout war;
  private final List<Finding> findings = new ArrayList<>();

  private CoverageCheck(WarLayout war) {
    this.war = war;
  }

  /**
   * @param bindings whose prefixes are paths of the WAR, or of no group where callers' paths begin
   *     with something else
   */
  static List<Finding> of(WarLayout war, Map<String, String> bindings) {
    CoverageCheck check = new CoverageCheck(war);
    if (war.own().isEmpty()) {
      return List.of(unmapped(war));
    }
    check.root();
    check.otherAccessFilters();
    new TreeMap<>(bindings).forEach(check::prefix);
    check.open();
    return check.findings;
  }

  /** Servers do not tell of every mapping that code makes; of those in a descriptor they do. */
  private static Finding unmapped(WarLayout war) {
    String text =
        "is mapped to nothing, so no request is verified. Write a <filter-mapping> for it.";
    boolean declared = war.descriptor().asyncFilters().containsKey(war.filter());
    return declared ? Finding.unsafe(text) : Finding.warning(text);
  }

  private void root() {
    if (war.own().stream().anyMatch(each -> !each.byName() && each.target().equals("/"))) {
      findings.add(
          Finding.warning(
              "is mapped to /, which is everything on some servers and only the root on others."
                  + " Write <url-pattern>/*</url-pattern>."));
    }
  }

  private void otherAccessFilters() {
    List<String> overlapping =
        war.otherAccessFilters().stream()
            .filter(other -> war.mappingsOf(other).stream().anyMatch(this::meetsOwn))
            .toList();
    if (!overlapping.isEmpty()) {
      findings.add(
          Finding.warning(
              "shares paths with other access filters: "
                  + WarLayout.list(overlapping)
                  + ". A request that two of them match is answered 503. Give each paths of its own."));
    }
  }

  private boolean meetsOwn(FilterMapping other) {
    return war.own().stream().anyMatch(own -> war.meet(own, other));
  }

  /** Calls below a prefix are meant to be signed; those outside of the mapping are not. */
  private void prefix(String group, String prefix) {
    if (prefix.equals("/")) {
      return;
    }
    UrlPattern below = new UrlPattern(prefix + "/*");
    List<WarLayout.Place> open =
        openToStrangers().stream()
            .filter(place -> place.pattern().overlaps(below))
            .filter(place -> !(place.pattern().isDefault() && war.isTaken(below)))
            .filter(place -> !isMappedAsWide(below))
            .toList();
    if (!open.isEmpty()) {
      findings.add(
          Finding.warning(
              "serves the API group "
                  + group
                  + " below "
                  + prefix
                  + ", and is not mapped to all of it: strangers reach "
                  + WarLayout.list(open)
                  + " there. Map it to "
                  + below.text()
                  + ", or take the group out of the setting apis."));
    }
  }

  private boolean isMappedAsWide(UrlPattern below) {
    return war.own().stream()
        .anyMatch(each -> !each.byName() && each.hasRequest() && each.pattern().covers(below));
  }

  /** Neither this filter nor another access filter stands before all of them. */
  private List<WarLayout.Place> openToStrangers() {
    return war.open().stream().filter(place -> !isAnothers(place)).toList();
  }

  private boolean isAnothers(WarLayout.Place place) {
    return war.otherAccessFilters().stream()
        .flatMap(other -> war.mappingsOf(other).stream())
        .anyMatch(each -> each.covers(place.servlet(), place.pattern()));
  }

  private void open() {
    List<WarLayout.Place> open = openToStrangers();
    if (!open.isEmpty()) {
      findings.add(
          Finding.note(
              "leaves these servlets open, on paths that it is not mapped to: "
                  + WarLayout.list(open)
                  + "."));
    }
  }
}

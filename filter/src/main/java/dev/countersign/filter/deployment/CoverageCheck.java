package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the filter is mapped to what it is meant to protect. */
final class CoverageCheck {

  /** What servers call the servlet that serves whatever no other servlet takes. */
  private static final String OF_SERVER = "default";

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
    return isDeclared(war) ? Finding.unsafe(text) : Finding.warning(text);
  }

  private static boolean isDeclared(WarLayout war) {
    return war.descriptor().asyncFilters().containsKey(war.filter());
  }

  /** A WAR that is safe on some servers only is not safe. */
  private void root() {
    List<FilterMapping> direct = direct();
    if (direct.stream().anyMatch(CoverageCheck::isRoot)) {
      boolean alone = direct.stream().allMatch(CoverageCheck::isRoot);
      String text =
          "is mapped to /, which is everything on some servers and only the root on others."
              + " Write <url-pattern>/*</url-pattern>.";
      findings.add(
          alone && isDeclared(war) && holdServlets(openToStrangers())
              ? Finding.unsafe(text)
              : Finding.warning(text));
    }
  }

  private List<FilterMapping> direct() {
    return war.own().stream().filter(FilterMapping::hasRequest).toList();
  }

  private static boolean isRoot(FilterMapping mapping) {
    return !mapping.byName() && mapping.target().equals("/");
  }

  /** The server's own servlet is everywhere, and there may be nothing behind it but 404. */
  private static boolean holdServlets(List<WarLayout.Place> places) {
    return places.stream()
        .anyMatch(place -> !place.pattern().isDefault() || !place.servlet().equals(OF_SERVER));
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
      boolean meant = !isDeclared(war) || isMappedBelow(below) || !holdServlets(open);
      String text =
          "serves the API group "
              + group
              + " below "
              + prefix
              + ", and is "
              + (meant ? "not mapped to all" : "mapped to none")
              + " of it: strangers reach "
              + WarLayout.list(open)
              + " there. Map it to "
              + below.text()
              + ", or take the group out of the setting apis.";
      findings.add(meant ? Finding.warning(text) : Finding.unsafe(text));
    }
  }

  /**
   * Where some of the prefix is behind this filter or another access filter, the rest may be open
   * on purpose.
   */
  private boolean isMappedBelow(UrlPattern below) {
    return direct().stream().anyMatch(each -> isBelow(each, below))
        || war.otherAccessFilters().stream()
            .flatMap(other -> war.mappingsOf(other).stream())
            .anyMatch(each -> isBelow(each, below));
  }

  private boolean isBelow(FilterMapping mapping, UrlPattern below) {
    return mapping.byName()
        ? war.places().stream()
            .anyMatch(place -> mapping.names(place.servlet()) && place.pattern().overlaps(below))
        : mapping.pattern().overlaps(below);
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

package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The filters and servlets of a WAR around one access filter. Immutable and thread-safe.
 *
 * @param filter name of the access filter
 * @param descriptor what the WAR's descriptors say, the main one before its fragments
 * @param filters as the container knows them, by name
 * @param servlets the URL patterns of each, by name
 * @param asyncServlets names of those that support asynchronous processing
 */
public record WarLayout(
    String filter,
    WebDescriptor descriptor,
    Map<String, Registered> filters,
    Map<String, Set<String>> servlets,
    Set<String> asyncServlets) {

  /** Copies the collections, and sorts them for the log. */
  public WarLayout {
    filters = new TreeMap<>(filters);
    servlets = new TreeMap<>(servlets);
    asyncServlets = new TreeSet<>(asyncServlets);
  }

  /** One servlet at one of its patterns. */
  record Place(String servlet, UrlPattern pattern) {
    @Override
    public String toString() {
      return servlet + " (" + (pattern.text().isEmpty() ? "the root" : pattern.text()) + ")";
    }
  }

  /** All servlets at all of their patterns. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    servlets.forEach(
        (servlet, patterns) ->
            patterns.stream()
                .sorted()
                .forEach(each -> places.add(new Place(servlet, new UrlPattern(each)))));
    return places;
  }

  /**
   * Whether the descriptor tells how this filter is mapped. A container may read another descriptor
   * than the one that lies in the WAR; then it knows other patterns.
   */
  public boolean isWritten() {
    Registered registered = filters.get(filter);
    List<FilterMapping> written = written();
    return registered != null && !written.isEmpty() && registered.agreesWith(written);
  }

  private List<FilterMapping> written() {
    return descriptor.mappings().stream().filter(each -> each.filter().equals(filter)).toList();
  }

  /** The filter's own mappings; those that are not written, with no dispatcher type missing. */
  List<FilterMapping> own() {
    List<FilterMapping> own = new ArrayList<>(isWritten() ? written() : List.of());
    List<String> targets = own.stream().map(FilterMapping::label).toList();
    mappingsOf(filter).stream().filter(each -> !targets.contains(each.label())).forEach(own::add);
    return own;
  }

  /** The mappings of another filter, as far as is known. */
  List<FilterMapping> mappingsOf(String other) {
    Registered registered = filters.get(other);
    return registered == null ? List.of() : registered.mappings(other);
  }

  /** All written mappings as the container goes through them: by URL before by servlet name. */
  List<FilterMapping> chain() {
    return descriptor.mappings().stream()
        .sorted(Comparator.comparing(FilterMapping::byName))
        .toList();
  }

  /** Whether a mapping of the filter matches some of the place, with whatever dispatcher types. */
  boolean touches(Place place) {
    return own().stream().anyMatch(each -> each.touches(place.servlet(), place.pattern()));
  }

  /** Whether all direct requests to the place are verified. */
  boolean verifies(Place place) {
    return own().stream()
        .filter(FilterMapping::hasRequest)
        .anyMatch(each -> each.covers(place.servlet(), place.pattern()));
  }

  /** Whether one servlet takes all paths of the pattern from the default servlet. */
  boolean isTaken(UrlPattern pattern) {
    return places().stream()
        .anyMatch(place -> !place.pattern().isDefault() && place.pattern().covers(pattern));
  }

  /** Names of the other filters of the same class. */
  List<String> otherAccessFilters() {
    Registered self = filters.get(filter);
    return filters.entrySet().stream()
        .filter(each -> !each.getKey().equals(filter))
        .filter(each -> self != null && each.getValue().type().equals(self.type()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where strangers get without being verified, in whole or in part. */
  List<Place> open() {
    return places().stream().filter(place -> !verifies(place)).toList();
  }

  /** Whether some path is matched by both. */
  boolean meet(FilterMapping one, FilterMapping other) {
    if (!one.byName() && !other.byName()) {
      return one.pattern().overlaps(other.pattern());
    }
    return places().stream()
        .anyMatch(
            place ->
                one.touches(place.servlet(), place.pattern())
                    && other.touches(place.servlet(), place.pattern()));
  }

  /** Such as {@code cors (com.example.Cors)}. */
  String named(String other) {
    Registered registered = filters.get(other);
    return registered == null ? other : other + " (" + registered.type() + ")";
  }

  /** At most twenty of them, for the log. */
  static String list(List<?> things) {
    int most = 20;
    String all = things.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
    return things.size() <= most ? all : all + " and " + (things.size() - most) + " more";
  }
}

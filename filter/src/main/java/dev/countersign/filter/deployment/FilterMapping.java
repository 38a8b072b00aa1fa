package dev.countersign.filter.deployment;

import java.util.Set;

/**
 * One target of a {@code filter-mapping}. Immutable and thread-safe.
 *
 * @param filter the filter's name
 * @param target a URL pattern, or the name of a servlet, {@code *} for all
 * @param byName whether it is a servlet's name
 * @param dispatches the dispatcher types, never empty
 */
public record FilterMapping(String filter, String target, boolean byName, Set<String> dispatches) {

  /** What a direct request is dispatched as, and what an absent {@code dispatcher} means. */
  public static final String REQUEST = "REQUEST";

  /** All dispatcher types. */
  public static final Set<String> ALL = Set.of(REQUEST, "FORWARD", "INCLUDE", "ASYNC", "ERROR");

  /** The name that stands for every servlet; some servers take it as a pattern for every path. */
  static final String EVERYTHING = "*";

  /** Copies the set. */
  public FilterMapping {
    dispatches = Set.copyOf(dispatches);
  }

  /** A pattern {@code /} of a filter is the context root on some servers: so much is sure. */
  UrlPattern pattern() {
    return switch (target) {
      case "/" -> new UrlPattern("");
      case EVERYTHING -> new UrlPattern("/*");
      default -> new UrlPattern(target);
    };
  }

  boolean hasRequest() {
    return dispatches.contains(REQUEST);
  }

  /** Whether it is mapped to this servlet by its name. */
  boolean names(String servlet) {
    return byName && (target.equals(servlet) || target.equals(EVERYTHING));
  }

  /** Whether it matches some path of this servlet's pattern. */
  boolean touches(String servlet, UrlPattern pattern) {
    return byName ? names(servlet) : pattern().overlaps(pattern);
  }

  /** Whether it matches every path of this servlet's pattern. */
  boolean covers(String servlet, UrlPattern pattern) {
    return byName ? names(servlet) : pattern().covers(pattern);
  }

  /** How people find it in web.xml. */
  String label() {
    return byName ? "the servlet " + target : target;
  }
}

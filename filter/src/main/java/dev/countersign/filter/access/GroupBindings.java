package dev.countersign.filter.access;

import java.util.List;
import java.util.Map;

/**
 * Which API groups this filter serves, and below which path prefix each may define templates. Set
 * by whoever deploys the WAR, so that no provider can define a template that catches another's
 * path. Immutable and thread-safe.
 *
 * @param prefixByGroup the literal prefix of each group by its name; {@code /} for a group that is
 *     alone
 */
public record GroupBindings(Map<String, String> prefixByGroup) {

  private static final String EVERYTHING = "/";

  /**
   * @throws IllegalArgumentException if there is none, or a prefix is no literal path or lies
   *     inside another
   */
  public GroupBindings {
    prefixByGroup = Map.copyOf(prefixByGroup);
    if (prefixByGroup.isEmpty()) {
      throw new IllegalArgumentException("bind at least one API group, such as orders:/orders");
    }
    prefixByGroup.values().forEach(GroupBindings::checkLiteral);
    List<String> prefixes = List.copyOf(prefixByGroup.values());
    for (int i = 0; i < prefixes.size(); i++) {
      for (int j = 0; j < prefixes.size(); j++) {
        if (i != j && PathTemplate.parse(prefixes.get(i)).liesWithin(prefixes.get(j))) {
          throw new IllegalArgumentException(
              "the prefix "
                  + prefixes.get(i)
                  + " lies inside "
                  + prefixes.get(j)
                  + ": groups must not overlap");
        }
      }
    }
  }

  private static void checkLiteral(String prefix) {
    PathTemplate template = PathTemplate.parse(prefix);
    boolean slash = prefix.length() > 1 && prefix.endsWith("/");
    if (template.open()
        || slash
        || template.segments().stream().anyMatch(PathTemplate::isVariable)) {
      throw new IllegalArgumentException(
          "a prefix is a literal path without a final slash: " + prefix);
    }
  }

  /**
   * Whether this filter serves the API: its group is bound, and its template lies inside the
   * group's prefix.
   */
  public boolean serve(Api api) {
    String prefix = prefixByGroup.get(api.group());
    return prefix != null && (prefix.equals(EVERYTHING) || api.template().liesWithin(prefix));
  }
}

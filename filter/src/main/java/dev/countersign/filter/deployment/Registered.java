package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter as the container knows it. Immutable and thread-safe.
 *
 * @param type name of its class
 * @param urlPatterns that it is mapped to
 * @param servletNames that it is mapped to
 */
public record Registered(String type, Set<String> urlPatterns, Set<String> servletNames) {

  /** Copies the sets. */
  public Registered {
    urlPatterns = Set.copyOf(urlPatterns);
    servletNames = Set.copyOf(servletNames);
  }

  /** Its mappings; of their dispatcher types nothing is known, so that none is missed. */
  List<FilterMapping> mappings(String name) {
    List<FilterMapping> all = new ArrayList<>();
    urlPatterns.forEach(each -> all.add(new FilterMapping(name, each, false, FilterMapping.ALL)));
    servletNames.forEach(each -> all.add(new FilterMapping(name, each, true, FilterMapping.ALL)));
    return all;
  }

  /**
   * Whether it has all these mappings; code may have added others. Tomcat does not tell of mappings
   * to {@code *}, and a server that tells of none contradicts nothing.
   */
  boolean agreesWith(List<FilterMapping> written) {
    return (urlPatterns.isEmpty() && servletNames.isEmpty())
        || (urlPatterns.containsAll(targets(written, false))
            && servletNames.containsAll(targets(written, true)));
  }

  private static Set<String> targets(List<FilterMapping> mappings, boolean byName) {
    return mappings.stream()
        .filter(each -> each.byName() == byName)
        .map(FilterMapping::target)
        .filter(target -> !target.equals(FilterMapping.EVERYTHING))
        .collect(Collectors.toSet());
  }
}

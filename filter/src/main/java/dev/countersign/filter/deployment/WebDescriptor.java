package dev.countersign.filter.deployment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code web.xml} or {@code web-fragment.xml} says of filters and servlets. Immutable and
 * thread-safe.
 *
 * @param complete whether annotations and fragments do not count ({@code metadata-complete})
 * @param asyncFilters the filters by name, and whether each supports asynchronous processing
 * @param asyncServlets the same of those servlets that say yes or no
 * @param multipart what those servlets that have a {@code multipart-config} say in it, by the names
 *     of its elements
 * @param mappings of filters, as written
 * @param errorPages paths of error pages
 */
public record WebDescriptor(
    boolean complete,
    Map<String, Boolean> asyncFilters,
    Map<String, Boolean> asyncServlets,
    Map<String, Map<String, String>> multipart,
    List<FilterMapping> mappings,
    List<String> errorPages) {

  /** One that says nothing. */
  public static final WebDescriptor EMPTY =
      new WebDescriptor(false, Map.of(), Map.of(), Map.of(), List.of(), List.of());

  /** Copies the collections. */
  public WebDescriptor {
    asyncFilters = Map.copyOf(asyncFilters);
    asyncServlets = Map.copyOf(asyncServlets);
    multipart = Map.copyOf(multipart);
    mappings = List.copyOf(mappings);
    errorPages = List.copyOf(errorPages);
  }

  /** This one, and behind it what the fragment adds: what this one says of a name holds. */
  public WebDescriptor with(WebDescriptor fragment) {
    List<FilterMapping> all = new ArrayList<>(mappings);
    all.addAll(fragment.mappings);
    List<String> pages = new ArrayList<>(errorPages);
    pages.addAll(fragment.errorPages);
    return new WebDescriptor(
        complete,
        joined(asyncFilters, fragment.asyncFilters),
        joined(asyncServlets, fragment.asyncServlets),
        joinedEach(multipart, fragment.multipart),
        all,
        pages);
  }

  private static <V> Map<String, V> joined(Map<String, V> first, Map<String, V> second) {
    Map<String, V> all = new HashMap<>(second);
    all.putAll(first);
    return all;
  }

  private static Map<String, Map<String, String>> joinedEach(
      Map<String, Map<String, String>> first, Map<String, Map<String, String>> second) {
    Map<String, Map<String, String>> all = new HashMap<>(second);
    first.forEach((name, config) -> all.merge(name, config, (other, own) -> joined(own, other)));
    return all;
  }
}

package dev.countersign.filter.access;

import java.util.List;

/** Port: the APIs that are defined. Implementations are thread-safe. */
@FunctionalInterface
public interface ApiCatalogue {

  /**
   * All APIs, of all groups. While nothing changed the same list object is returned, so that what
   * is derived from it can be kept.
   *
   * @throws StoreUnavailableException when it cannot be told
   */
  List<Api> apis();
}

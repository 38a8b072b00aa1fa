package dev.countersign.filter.access;

import java.util.List;

/** Port: the grants of an application. Implementations are thread-safe. */
@FunctionalInterface
public interface GrantStore {

  /**
   * The grants of this application, in this environment, on this API or on its whole group, valid
   * now or not.
   *
   * @throws StoreUnavailableException when it cannot be told
   */
  List<Grant> find(String applicationId, String environment, Api api);
}

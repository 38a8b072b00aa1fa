package dev.countersign.persistence.management;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * Groups of one provider, for one application, in one environment. Immutable.
 *
 * @param providerId id of the account whose groups they are
 * @param applicationId the exact id of the application
 * @param groupIds 1 to {@value #MOST} of them; each counts once
 * @param environment name of the environment
 */
public record Binding(
    String providerId, String applicationId, List<String> groupIds, String environment) {

  /** Most groups of one call. */
  public static final int MOST = 100;

  /**
   * @throws InvalidArgumentException if there are none, or too many
   */
  public Binding {
    groupIds = List.copyOf(new LinkedHashSet<>(groupIds));
    if (groupIds.isEmpty() || groupIds.size() > MOST) {
      throw new InvalidArgumentException("1 to " + MOST + " groups are bound or unbound at once");
    }
  }
}

package dev.countersign.persistence.management;

import dev.countersign.filter.access.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call would be decided now, if it were signed well. Immutable.
 *
 * @param admitted whether a route admits it
 * @param reason what a refused caller would be told; {@code null} if admitted
 * @param rule the step of the gate that decides, and what it finds
 * @param routes the groups that have an API of this method and path; the WAR says which one it
 *     binds
 */
public record CallExplanation(
    boolean admitted, @Nullable Reason reason, String rule, List<RouteExplanation> routes) {

  /** Copies the list. */
  public CallExplanation {
    routes = List.copyOf(routes);
  }
}

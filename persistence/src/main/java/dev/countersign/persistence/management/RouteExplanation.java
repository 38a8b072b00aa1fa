package dev.countersign.persistence.management;

import dev.countersign.filter.access.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call would be decided where the API of one group serves it. Immutable.
 *
 * @param api the most specific one of the group that matches
 * @param groupName name of its group
 * @param admitted whether it would be let in
 * @param reason what a refused caller would be told; {@code null} if admitted
 * @param rule the step of the gate that decides, and what it finds
 * @param grants those of the application on the API or its group in this environment, valid or not
 */
public record RouteExplanation(
    ApiDetails api,
    String groupName,
    boolean admitted,
    @Nullable Reason reason,
    String rule,
    List<GrantDetails> grants) {

  /** Copies the list. */
  public RouteExplanation {
    grants = List.copyOf(grants);
  }
}

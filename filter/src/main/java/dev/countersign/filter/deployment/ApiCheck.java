package dev.countersign.filter.deployment;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.GroupBindings;
import java.util.List;
import java.util.TreeSet;

/** Whether there is an API for each servlet behind the filter. */
final class ApiCheck {

  private ApiCheck() {}

  static List<Finding> of(WarLayout war, GroupBindings bindings, List<Api> catalogue) {
    List<Api> served = catalogue.stream().filter(bindings::serve).toList();
    String groups = String.join(", ", new TreeSet<>(bindings.prefixByGroup().keySet()));
    if (served.isEmpty()) {
      return List.of(
          Finding.warning(
              "finds no API of the groups it serves ("
                  + groups
                  + "): every call is refused as api-unknown. Define APIs, or look at the names and"
                  + " prefixes in the setting apis."));
    }
    List<WarLayout.Place> uncovered =
        war.places().stream()
            .filter(war::touches)
            .filter(place -> served.stream().noneMatch(api -> isReached(place, api)))
            .toList();
    return uncovered.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                "stands before servlets that no API of the groups "
                    + groups
                    + " can reach: "
                    + WarLayout.list(uncovered)
                    + ". Every call of them is refused as api-unknown. Define APIs for them, or take them"
                    + " out of the filter's mapping if everybody may call them."));
  }

  private static boolean isReached(WarLayout.Place place, Api api) {
    return place.pattern().meets(api.template());
  }
}

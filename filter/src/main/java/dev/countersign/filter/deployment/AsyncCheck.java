package dev.countersign.filter.deployment;

import java.util.List;

/** Whether servlets behind the filter could start asynchronous processing without it. */
final class AsyncCheck {

  private AsyncCheck() {}

  /** Of a filter that no descriptor declares nothing is known. */
  static List<Finding> of(WarLayout war) {
    if (!war.isWritten() || war.descriptor().asyncFilters().getOrDefault(war.filter(), true)) {
      return List.of();
    }
    List<WarLayout.Place> cut =
        war.places().stream()
            .filter(place -> war.asyncServlets().contains(place.servlet()) && war.touches(place))
            .toList();
    return cut.isEmpty()
        ? List.of()
        : List.of(
            Finding.warning(
                "does not support asynchronous processing, and these servlets behind it do: "
                    + WarLayout.list(cut)
                    + ". Their startAsync() throws. Write <async-supported>true</async-supported> into"
                    + " the <filter> of this filter."));
  }
}

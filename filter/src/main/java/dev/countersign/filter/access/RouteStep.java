package dev.countersign.filter.access;

import java.util.List;

/**
 * Step 6, route: which API the servlet that will run belongs to. The signature covers what was
 * sent, this what runs.
 */
final class RouteStep {

  private final ApiCatalogue catalogue;
  private final GroupBindings bindings;
  private volatile Compiled compiled = new Compiled(List.of(), RouteTable.of(List.of()));

  RouteStep(ApiCatalogue catalogue, GroupBindings bindings) {
    this.catalogue = catalogue;
    this.bindings = bindings;
  }

  Api route(String method, String path) throws Rejection {
    return table()
        .find(method, path)
        .orElseThrow(
            () ->
                new Rejection(
                    Reason.API_UNKNOWN, "no API of the bound groups matches method and path"));
  }

  private RouteTable table() {
    List<Api> apis = catalogue.apis();
    Compiled latest = compiled;
    if (latest.isOf(apis)) {
      return latest.table();
    }
    Compiled fresh =
        new Compiled(apis, RouteTable.of(apis.stream().filter(bindings::serve).toList()));
    compiled = fresh;
    return fresh.table();
  }

  private record Compiled(List<Api> source, RouteTable table) {

    /**
     * The catalogue promises the same object while nothing changed, so identity is the question.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<Api> apis) {
      return source == apis;
    }
  }
}

package dev.countersign.console.rest;

import dev.countersign.filter.access.Causes;
import dev.countersign.persistence.management.Management;
import dev.countersign.persistence.management.ManagementException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers calls by the table of routes. */
final class RoutedRest implements Rest {

  private static final System.Logger LOG = System.getLogger(RoutedRest.class.getName());

  private final Management management;
  private final List<Route> routes;

  RoutedRest(Management management, List<Route> routes) {
    this.management = management;
    this.routes = routes;
  }

  @Override
  public Answer answer(Call call) {
    try {
      return route(call);
    } catch (RestFault e) {
      return e.answer();
    } catch (ManagementException e) {
      return Problems.of(e);
    } catch (RuntimeException e) {
      // Only the types: a message might quote what was sent.
      LOG.log(Level.ERROR, "a call failed: {0} {1}: {2}", call.method(), call.path(), trace(e));
      return Problems.answer(500, "failed", "the console failed; its log says why");
    }
  }

  private Answer route(Call call) {
    if (!call.path().startsWith("/")) {
      throw RestFault.notFound();
    }
    List<String> path = Route.split(call.path());
    List<Route> here = here(path);
    if (here.isEmpty()) {
      throw RestFault.notFound();
    }
    Route route =
        here.stream()
            .filter(one -> one.endpoint().method().equals(call.method()))
            .findFirst()
            .orElseThrow(() -> RestFault.methodNotAllowed(methods(here)));
    Map<String, String> variables = route.match(path).orElseThrow();
    Exchange exchange = new Exchange(management, route.endpoint(), call, variables);
    exchange.check();
    return route.handler().handle(exchange);
  }

  /** The routes of a path; those without a variable hide the others. */
  private List<Route> here(List<String> path) {
    List<Route> matching = routes.stream().filter(route -> route.match(path).isPresent()).toList();
    Optional<Route> literal = matching.stream().filter(Route::isLiteral).findFirst();
    return literal.isPresent() ? matching.stream().filter(Route::isLiteral).toList() : matching;
  }

  private static String methods(List<Route> routes) {
    return routes.stream()
        .map(route -> route.endpoint().method())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String trace(Throwable e) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause : Causes.of(e)) {
      text.append(cause.getClass().getName());
      if (cause.getStackTrace().length > 0) {
        text.append(" at ").append(cause.getStackTrace()[0]);
      }
      text.append("; ");
    }
    return text.toString();
  }
}

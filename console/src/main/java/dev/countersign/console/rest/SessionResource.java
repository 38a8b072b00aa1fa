package dev.countersign.console.rest;

import dev.countersign.persistence.management.Actor;
import java.util.List;

/** Who calls, and what can be asked. */
final class SessionResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.read(
                  "/session", "Tells who calls, and for which account", Answers.Session.class),
              SessionResource::who),
          Route.of(
              Endpoint.act("DELETE", "/session", "Logs out; only a web server has to"),
              Exchange::done),
          Route.of(
              Endpoint.read("/openapi.json", "This interface as OpenAPI 3.1", Object.class),
              exchange -> exchange.object(OpenApiDocument.of(Rest.endpoints()))),
          Route.of(
              Endpoint.act(
                  "/canonical-comparison",
                  "Finds the first differing line of two canonical texts",
                  Requests.Comparison.class,
                  Permits.Difference.class),
              SessionResource::compare));

  private SessionResource() {}

  private static Answer who(Exchange exchange) {
    Actor actor = exchange.actor();
    if (actor instanceof Actor.AccountActor account) {
      String id = account.accountId();
      String name = exchange.management().accounts().find(actor, id).name();
      return exchange.object(new Answers.Session(actor.name(), false, id, name, null));
    }
    return exchange.object(new Answers.Session(actor.name(), true, null, null, null));
  }

  private static Answer compare(Exchange exchange) {
    Requests.Comparison texts = exchange.body(Requests.Comparison.class);
    return exchange.object(CanonicalComparison.of(texts.presented(), texts.built()));
  }
}

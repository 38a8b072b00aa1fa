package dev.countersign.console.rest;

import dev.countersign.persistence.management.EnvironmentDetails;
import dev.countersign.persistence.management.Environments;
import java.util.List;

/** Deployment stages. */
final class EnvironmentResource {

  private static final String ONE = "/environments/{id}";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list("/environments", "Lists all environments", Answers.Environment.class),
              x -> x.page(environments(x).list(x.actor(), x.paging()), EnvironmentResource::view)),
          Route.of(
              Endpoint.create(
                  "/environments",
                  "Makes an environment; operators only",
                  Requests.NewEnvironment.class,
                  Answers.Environment.class),
              EnvironmentResource::create),
          Route.of(
              Endpoint.read(ONE, "Shows an environment", Answers.Environment.class),
              x -> x.object(view(environments(x).find(x.actor(), x.id())))),
          Route.of(
              Endpoint.change(
                  "PATCH",
                  ONE,
                  "Gives an environment another description; operators only",
                  Requests.Description.class,
                  Answers.Environment.class),
              EnvironmentResource::describe),
          Route.of(
              Endpoint.remove(
                  ONE, "Removes an environment in which nothing is granted; operators only"),
              EnvironmentResource::delete));

  private EnvironmentResource() {}

  private static Answer create(Exchange exchange) {
    Requests.NewEnvironment body = exchange.body(Requests.NewEnvironment.class);
    EnvironmentDetails made =
        environments(exchange)
            .create(exchange.operator(), body.name(), Texts.orEmpty(body.description()));
    return exchange.created(view(made), "/environments/" + made.id());
  }

  private static Answer describe(Exchange exchange) {
    String text = exchange.body(Requests.Description.class).description();
    return exchange.object(
        view(
            environments(exchange)
                .describe(exchange.operator(), exchange.id(), text, exchange.expected())));
  }

  private static Answer delete(Exchange exchange) {
    environments(exchange).delete(exchange.operator(), exchange.id(), exchange.expected());
    return exchange.done();
  }

  private static Environments environments(Exchange exchange) {
    return exchange.management().environments();
  }

  private static Answers.Environment view(EnvironmentDetails environment) {
    return new Answers.Environment(
        environment.id(),
        environment.name(),
        environment.description(),
        environment.createdAt().toString(),
        environment.version());
  }
}

package dev.countersign.console.rest;

import dev.countersign.persistence.management.ApiGroupDetails;
import dev.countersign.persistence.management.ApiGroups;
import dev.countersign.persistence.management.NewApiGroup;
import dev.countersign.persistence.management.Page;
import java.util.List;

/** Groups of APIs. */
final class ApiGroupResource {

  static final String ONE = "/api-groups/{id}";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  "/api-groups",
                  "Lists API groups by name, of one account, or of all for an operator",
                  Answers.ApiGroup.class,
                  "accountId"),
              ApiGroupResource::list),
          Route.of(
              Endpoint.create(
                  "/api-groups",
                  "Makes an empty API group",
                  Requests.NewApiGroup.class,
                  Answers.ApiGroup.class),
              ApiGroupResource::create),
          Route.of(
              Endpoint.read(ONE, "Shows an API group", Answers.ApiGroup.class),
              x -> x.object(view(groups(x).find(x.actor(), x.id())))),
          Route.of(
              Endpoint.change(
                  "PATCH",
                  ONE,
                  "Gives an API group another description",
                  Requests.Description.class,
                  Answers.ApiGroup.class),
              ApiGroupResource::describe),
          Route.of(
              Endpoint.remove(ONE, "Removes an API group that has no APIs and is not granted"),
              ApiGroupResource::delete),
          Route.of(
              Endpoint.list(
                  ONE + "/grants",
                  "Lists the grants on an API group and on single APIs of it",
                  Permits.Grant.class),
              x ->
                  x.page(
                      x.management().grants().listByGroup(x.actor(), x.id(), x.paging()),
                      GrantResource::view)));

  private ApiGroupResource() {}

  private static Answer list(Exchange exchange) {
    String account = exchange.account(exchange.query("accountId"));
    Page<ApiGroupDetails> found =
        account == null
            ? groups(exchange).listAll(exchange.operator(), exchange.paging())
            : groups(exchange).list(exchange.actor(), account, exchange.paging());
    return exchange.page(found, ApiGroupResource::view);
  }

  private static Answer create(Exchange exchange) {
    Requests.NewApiGroup body = exchange.body(Requests.NewApiGroup.class);
    String account = exchange.requiredAccount(body.accountId());
    NewApiGroup wanted = new NewApiGroup(account, body.name(), Texts.orEmpty(body.description()));
    ApiGroupDetails made = groups(exchange).define(exchange.actor(), wanted);
    return exchange.created(view(made), "/api-groups/" + made.id());
  }

  private static Answer describe(Exchange exchange) {
    String text = exchange.body(Requests.Description.class).description();
    return exchange.object(
        view(
            groups(exchange).describe(exchange.actor(), exchange.id(), text, exchange.expected())));
  }

  private static Answer delete(Exchange exchange) {
    groups(exchange).delete(exchange.actor(), exchange.id(), exchange.expected());
    return exchange.done();
  }

  private static ApiGroups groups(Exchange exchange) {
    return exchange.management().apiGroups();
  }

  private static Answers.ApiGroup view(ApiGroupDetails group) {
    return new Answers.ApiGroup(
        group.id(),
        group.accountId(),
        group.name(),
        group.description(),
        group.createdAt().toString(),
        group.version());
  }
}

package dev.countersign.console.rest;

import dev.countersign.persistence.management.ApiDetails;
import dev.countersign.persistence.management.Apis;
import dev.countersign.persistence.management.NewApi;
import java.util.List;

/** Protected operations of a group. */
final class ApiResource {

  private static final String ALL = ApiGroupResource.ONE + "/apis";
  private static final String ONE = ALL + "/{apiId}";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(ALL, "Lists the APIs of a group", Answers.Api.class),
              x -> x.page(apis(x).list(x.actor(), x.id(), x.paging()), ApiResource::view)),
          Route.of(
              Endpoint.create(
                  ALL, "Makes an API of a group", Requests.NewApi.class, Answers.Api.class),
              ApiResource::create),
          Route.of(
              Endpoint.act(
                  ALL + "/import",
                  "Makes APIs from an OpenAPI 3 document, or tells what would be made of it",
                  Requests.ApiImport.class,
                  Answers.ApiImport.class),
              ImportHandler::run),
          Route.of(
              Endpoint.read(ONE, "Shows an API", Answers.Api.class), x -> x.object(view(found(x)))),
          Route.of(
              Endpoint.change(
                  "PATCH",
                  ONE,
                  "Gives an API another description",
                  Requests.Description.class,
                  Answers.Api.class),
              ApiResource::describe),
          Route.of(
              Endpoint.remove(ONE, "Removes an API that is not granted by itself"),
              ApiResource::remove),
          Route.of(
              Endpoint.list(
                  ONE + "/grants",
                  "Lists the grants that let applications call an API, on its group too",
                  Permits.Grant.class),
              x ->
                  x.page(
                      x.management().grants().listByApi(x.actor(), found(x).id(), x.paging()),
                      GrantResource::view)));

  private ApiResource() {}

  /** The API, if it is one of the group that the path names. */
  private static ApiDetails found(Exchange exchange) {
    ApiDetails api = apis(exchange).find(exchange.actor(), exchange.id("apiId"));
    if (!api.groupId().equals(exchange.id())) {
      throw RestFault.notFound();
    }
    return api;
  }

  private static Answer create(Exchange exchange) {
    Requests.NewApi body = exchange.body(Requests.NewApi.class);
    NewApi wanted =
        new NewApi(
            exchange.id(), body.method(), body.template(), Texts.orEmpty(body.description()));
    ApiDetails made = apis(exchange).define(exchange.actor(), wanted);
    return exchange.created(view(made), "/api-groups/" + made.groupId() + "/apis/" + made.id());
  }

  private static Answer describe(Exchange exchange) {
    String text = exchange.body(Requests.Description.class).description();
    return exchange.object(
        view(
            apis(exchange)
                .describe(exchange.actor(), found(exchange).id(), text, exchange.expected())));
  }

  private static Answer remove(Exchange exchange) {
    apis(exchange).remove(exchange.actor(), found(exchange).id(), exchange.expected());
    return exchange.done();
  }

  private static Apis apis(Exchange exchange) {
    return exchange.management().apis();
  }

  static Answers.Api view(ApiDetails api) {
    return new Answers.Api(
        api.id(),
        api.groupId(),
        api.method(),
        api.template(),
        api.description(),
        api.createdAt().toString(),
        api.version());
  }
}

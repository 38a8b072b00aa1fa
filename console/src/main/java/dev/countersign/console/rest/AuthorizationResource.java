package dev.countersign.console.rest;

import dev.countersign.persistence.management.AuthorizationDetails;
import dev.countersign.persistence.management.Authorizations;
import dev.countersign.persistence.management.Binding;
import dev.countersign.persistence.management.GrantTerms;
import java.util.List;

/** Grants as one record per application and provider, to which groups are bound and unbound. */
final class AuthorizationResource {

  private static final String ONE = "/authorizations/{providerId}/{applicationId}";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  "/authorizations",
                  "Lists the applications that an account granted something",
                  Permits.Authorization.class,
                  "accountId"),
              AuthorizationResource::list),
          Route.of(
              Endpoint.read(
                  ONE,
                  "Shows all that one provider granted to one application",
                  Permits.Authorization.class),
              AuthorizationResource::find),
          Route.of(
              Endpoint.act(
                  ONE + "/bind",
                  "Grants whole groups; what is granted already stays as it is",
                  Requests.Binding.class,
                  Permits.Authorization.class),
              AuthorizationResource::bind),
          Route.of(
              Endpoint.act(
                  ONE + "/unbind",
                  "Revokes grants on whole groups; what is not granted is passed over",
                  Requests.Unbinding.class,
                  Permits.Authorization.class),
              AuthorizationResource::unbind));

  private AuthorizationResource() {}

  private static Answer list(Exchange exchange) {
    String account = exchange.requiredAccount(exchange.query("accountId"));
    return exchange.page(
        authorizations(exchange).list(exchange.actor(), account, exchange.paging()),
        AuthorizationResource::view);
  }

  private static Answer find(Exchange exchange) {
    return exchange.object(
        view(
            authorizations(exchange)
                .find(exchange.actor(), exchange.id("providerId"), exchange.id("applicationId"))));
  }

  private static Answer bind(Exchange exchange) {
    Requests.Binding body = exchange.body(Requests.Binding.class);
    GrantTerms terms =
        GrantResource.terms(body.notBefore(), body.expiresAt(), body.roles(), body.description());
    Binding binding = binding(exchange, body.groupIds(), body.environment());
    return exchange.object(view(authorizations(exchange).bind(exchange.actor(), binding, terms)));
  }

  private static Answer unbind(Exchange exchange) {
    Requests.Unbinding body = exchange.body(Requests.Unbinding.class);
    Binding binding = binding(exchange, body.groupIds(), body.environment());
    return exchange.object(view(authorizations(exchange).unbind(exchange.actor(), binding)));
  }

  private static Binding binding(Exchange exchange, List<String> groups, String environment) {
    return new Binding(
        exchange.id("providerId"), exchange.id("applicationId"), groups, environment);
  }

  private static Authorizations authorizations(Exchange exchange) {
    return exchange.management().authorizations();
  }

  private static Permits.Authorization view(AuthorizationDetails authorization) {
    return new Permits.Authorization(
        authorization.providerId(),
        authorization.applicationId(),
        authorization.applicationName(),
        authorization.partner(),
        authorization.grants().stream().map(GrantResource::view).toList());
  }
}

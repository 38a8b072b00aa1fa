package dev.countersign.console.rest;

import dev.countersign.persistence.management.GrantDetails;
import dev.countersign.persistence.management.GrantTarget;
import dev.countersign.persistence.management.GrantTerms;
import dev.countersign.persistence.management.Grants;
import dev.countersign.persistence.management.NewGrant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Permissions. */
final class GrantResource {

  private static final String ONE = "/grants/{id}";

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.create(
                  "/grants",
                  "Grants an API or a whole group to an application",
                  Requests.NewGrant.class,
                  Permits.Grant.class),
              GrantResource::create),
          Route.of(
              Endpoint.read(ONE, "Shows a grant", Permits.Grant.class),
              x -> x.object(view(grants(x).find(x.actor(), x.id())))),
          Route.of(
              Endpoint.change(
                  "PUT",
                  ONE,
                  "Replaces the terms of a grant: what is left out is none",
                  Requests.GrantTerms.class,
                  Permits.Grant.class),
              GrantResource::change),
          Route.of(Endpoint.remove(ONE, "Revokes a grant"), GrantResource::revoke));

  private GrantResource() {}

  private static Answer create(Exchange exchange) {
    Requests.NewGrant body = exchange.body(Requests.NewGrant.class);
    GrantTerms terms = terms(body.notBefore(), body.expiresAt(), body.roles(), body.description());
    NewGrant wanted = new NewGrant(body.applicationId(), target(body), body.environment(), terms);
    GrantDetails made = grants(exchange).grant(exchange.actor(), wanted);
    return exchange.created(view(made), "/grants/" + made.id());
  }

  private static GrantTarget target(Requests.NewGrant body) {
    if (body.apiId() != null && body.groupId() == null) {
      return new GrantTarget.OneApi(body.apiId());
    }
    if (body.groupId() != null && body.apiId() == null) {
      return new GrantTarget.WholeGroup(body.groupId());
    }
    throw RestFault.malformed("a grant names either apiId or groupId");
  }

  static GrantTerms terms(
      @Nullable String notBefore,
      @Nullable String expiresAt,
      @Nullable Set<String> roles,
      @Nullable String description) {
    return new GrantTerms(
        Texts.instant("notBefore", notBefore),
        Texts.instant("expiresAt", expiresAt),
        roles == null ? Set.of() : roles,
        Texts.orEmpty(description));
  }

  private static Answer change(Exchange exchange) {
    Requests.GrantTerms body = exchange.body(Requests.GrantTerms.class);
    GrantTerms terms = terms(body.notBefore(), body.expiresAt(), body.roles(), body.description());
    return exchange.object(
        view(grants(exchange).change(exchange.actor(), exchange.id(), terms, exchange.expected())));
  }

  private static Answer revoke(Exchange exchange) {
    grants(exchange).revoke(exchange.actor(), exchange.id(), exchange.expected());
    return exchange.done();
  }

  private static Grants grants(Exchange exchange) {
    return exchange.management().grants();
  }

  static Permits.Grant view(GrantDetails grant) {
    return new Permits.Grant(
        grant.id(),
        grant.partner(),
        grant.providerId(),
        grant.applicationId(),
        grant.applicationName(),
        grant.environment(),
        grant.groupId(),
        grant.groupName(),
        grant.apiId(),
        grant.operation(),
        Texts.instant(grant.terms().notBefore()),
        Texts.instant(grant.terms().expiresAt()),
        grant.terms().roles(),
        grant.terms().description(),
        grant.grantedBy(),
        grant.createdAt().toString(),
        grant.version());
  }
}

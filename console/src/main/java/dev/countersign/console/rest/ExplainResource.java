package dev.countersign.console.rest;

import dev.countersign.persistence.management.CallExplanation;
import dev.countersign.persistence.management.CallQuestion;
import dev.countersign.persistence.management.Explanations;
import dev.countersign.persistence.management.Permission;
import dev.countersign.persistence.management.RefusedCall;
import dev.countersign.persistence.management.RouteExplanation;
import java.util.List;
import java.util.Locale;

/** What would be decided, and why it was. */
final class ExplainResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.read(
                  "/explain/call",
                  "Tells how a call of an application would be decided now",
                  Permits.CallExplanation.class,
                  "applicationId",
                  "environment",
                  "method",
                  "path"),
              ExplainResource::call),
          Route.of(
              Endpoint.read(
                  "/explain/requests/{requestId}",
                  "Tells why a call was refused, from the id that its caller was told",
                  Permits.Refusal.class),
              x -> x.object(view(explanations(x).refusal(x.actor(), x.id("requestId"))))));

  private ExplainResource() {}

  private static Answer call(Exchange exchange) {
    CallQuestion question =
        new CallQuestion(
            exchange.required("applicationId"),
            exchange.required("environment"),
            exchange.required("method"),
            exchange.required("path"));
    return exchange.object(view(explanations(exchange).call(exchange.actor(), question)));
  }

  static Answer permissions(Exchange exchange) {
    return exchange.page(
        explanations(exchange)
            .permissions(
                exchange.actor(),
                exchange.id(),
                Texts.orEmpty(exchange.query("environment")),
                exchange.paging()),
        ExplainResource::view);
  }

  private static Explanations explanations(Exchange exchange) {
    return exchange.management().explanations();
  }

  private static Permits.Permission view(Permission permission) {
    return new Permits.Permission(
        permission.api().groupId(),
        permission.grant().groupName(),
        permission.api().id(),
        permission.api().method() + " " + permission.api().template(),
        permission.grant().environment(),
        permission.grant().id(),
        permission.grant().apiId() == null,
        permission.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Texts.instant(permission.grant().terms().notBefore()),
        Texts.instant(permission.grant().terms().expiresAt()),
        permission.grant().terms().roles());
  }

  private static Permits.CallExplanation view(CallExplanation explanation) {
    return new Permits.CallExplanation(
        explanation.admitted(),
        explanation.reason() == null ? null : explanation.reason().code(),
        explanation.rule(),
        explanation.routes().stream().map(ExplainResource::view).toList());
  }

  private static Permits.RouteExplanation view(RouteExplanation route) {
    return new Permits.RouteExplanation(
        route.api().groupId(),
        route.groupName(),
        route.api().id(),
        route.api().method() + " " + route.api().template(),
        route.admitted(),
        route.reason() == null ? null : route.reason().code(),
        route.rule(),
        route.grants().stream().map(GrantResource::view).toList());
  }

  private static Permits.Refusal view(RefusedCall call) {
    return new Permits.Refusal(
        call.requestId(),
        call.happenedAt().toString(),
        call.reason(),
        call.title(),
        call.detail(),
        call.method(),
        call.path(),
        call.applicationId(),
        call.applicationName());
  }
}

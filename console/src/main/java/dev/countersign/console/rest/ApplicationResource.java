package dev.countersign.console.rest;

import dev.countersign.persistence.management.ApplicationChange;
import dev.countersign.persistence.management.ApplicationDetails;
import dev.countersign.persistence.management.ApplicationLabel;
import dev.countersign.persistence.management.Applications;
import dev.countersign.persistence.management.IssuedApplication;
import dev.countersign.persistence.management.NewApplication;
import dev.countersign.persistence.management.Page;
import java.util.List;

/** Calling programs. */
final class ApplicationResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  "/applications",
                  "Lists applications by name, of one account, or of all for an operator",
                  Answers.Application.class,
                  "accountId",
                  "search"),
              ApplicationResource::list),
          Route.of(
              Endpoint.create(
                      "/applications",
                      "Makes an application and its first secret, which is shown this once",
                      Requests.NewApplication.class,
                      Answers.IssuedApplication.class)
                  .withSecret(),
              ApplicationResource::create),
          Route.of(
              Endpoint.read(
                  "/applications/{id}", "Shows an application", Answers.Application.class),
              x -> x.object(view(applications(x).find(x.actor(), x.id())))),
          Route.of(
              Endpoint.change(
                  "PATCH",
                  "/applications/{id}",
                  "Changes name, description or schemes of an application, or whether it is enabled",
                  Requests.ApplicationChange.class,
                  Answers.Application.class),
              ApplicationResource::change),
          Route.of(
              Endpoint.remove(
                  "/applications/{id}",
                  "Ends an application for good, with its secrets and grants"),
              ApplicationResource::delete),
          Route.of(
              Endpoint.read(
                  "/applications/{id}/name",
                  "Tells the name of an application of anybody, to whoever was told its id",
                  Answers.ApplicationName.class),
              ApplicationResource::name),
          Route.of(
              Endpoint.list(
                  "/applications/{id}/grants",
                  "Lists all that an application is granted",
                  Permits.Grant.class),
              x ->
                  x.page(
                      x.management().grants().listByApplication(x.actor(), x.id(), x.paging()),
                      GrantResource::view)),
          Route.of(
              Endpoint.list(
                  "/applications/{id}/permissions",
                  "Lists every API that an application is granted, by itself or with its group",
                  Permits.Permission.class,
                  "environment"),
              ExplainResource::permissions));

  private ApplicationResource() {}

  private static Answer list(Exchange exchange) {
    String account = exchange.account(exchange.query("accountId"));
    String search = Texts.orEmpty(exchange.query("search"));
    Page<ApplicationDetails> found =
        account == null
            ? applications(exchange).search(exchange.operator(), search, exchange.paging())
            : applications(exchange).list(exchange.actor(), account, search, exchange.paging());
    return exchange.page(found, ApplicationResource::view);
  }

  private static Answer create(Exchange exchange) {
    Requests.NewApplication body = exchange.body(Requests.NewApplication.class);
    NewApplication wanted =
        NewApplication.of(exchange.requiredAccount(body.accountId()), body.name())
            .describedAs(Texts.orEmpty(body.description()));
    if (body.schemes() != null) {
      wanted = wanted.signingWith(body.schemes());
    }
    IssuedApplication made = applications(exchange).create(exchange.actor(), wanted);
    return exchange.created(
        new Answers.IssuedApplication(
            view(made.application()), SecretResource.issued(made.secret())),
        "/applications/" + made.application().id());
  }

  private static Answer change(Exchange exchange) {
    Requests.ApplicationChange body = exchange.body(Requests.ApplicationChange.class);
    ApplicationChange wanted =
        new ApplicationChange(body.name(), body.description(), body.schemes(), body.enabled());
    return exchange.object(
        view(
            applications(exchange)
                .change(exchange.actor(), exchange.id(), wanted, exchange.expected())));
  }

  private static Answer delete(Exchange exchange) {
    applications(exchange).delete(exchange.actor(), exchange.id(), exchange.expected());
    return exchange.done();
  }

  private static Answer name(Exchange exchange) {
    ApplicationLabel label = applications(exchange).label(exchange.actor(), exchange.id());
    return exchange.object(new Answers.ApplicationName(label.id(), label.name(), label.own()));
  }

  private static Applications applications(Exchange exchange) {
    return exchange.management().applications();
  }

  private static Answers.Application view(ApplicationDetails application) {
    return new Answers.Application(
        application.id(),
        application.accountId(),
        application.appKey().value(),
        application.name(),
        application.description(),
        application.enabled(),
        application.schemes(),
        application.createdAt().toString(),
        application.version());
  }
}

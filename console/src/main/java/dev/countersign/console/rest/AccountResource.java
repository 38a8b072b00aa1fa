package dev.countersign.console.rest;

import dev.countersign.persistence.management.AccountDetails;
import dev.countersign.persistence.management.Accounts;
import java.util.List;

/** Owners of applications and APIs. */
final class AccountResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  "/accounts", "Lists all accounts; operators only", Answers.Account.class),
              x -> x.page(accounts(x).list(x.operator(), x.paging()), AccountResource::view)),
          Route.of(
              Endpoint.create(
                  "/accounts",
                  "Makes an account; operators only",
                  Requests.AccountName.class,
                  Answers.Account.class),
              AccountResource::create),
          Route.of(
              Endpoint.read("/accounts/{id}", "Shows an account", Answers.Account.class),
              x -> x.object(view(accounts(x).find(x.actor(), x.id())))),
          Route.of(
              Endpoint.change(
                  "PATCH",
                  "/accounts/{id}",
                  "Gives an account another name; operators only",
                  Requests.AccountName.class,
                  Answers.Account.class),
              x ->
                  x.object(
                      view(
                          accounts(x)
                              .rename(
                                  x.operator(),
                                  x.id(),
                                  x.body(Requests.AccountName.class).name(),
                                  x.expected())))));

  private AccountResource() {}

  private static Answer create(Exchange exchange) {
    String name = exchange.body(Requests.AccountName.class).name();
    AccountDetails made = accounts(exchange).create(exchange.operator(), name);
    return exchange.created(view(made), "/accounts/" + made.id());
  }

  private static Accounts accounts(Exchange exchange) {
    return exchange.management().accounts();
  }

  private static Answers.Account view(AccountDetails account) {
    return new Answers.Account(
        account.id(), account.name(), account.createdAt().toString(), account.version());
  }
}

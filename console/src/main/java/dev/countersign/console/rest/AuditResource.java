package dev.countersign.console.rest;

import dev.countersign.persistence.management.AuditFilter;
import dev.countersign.persistence.management.AuditLine;
import dev.countersign.persistence.management.AuditTrail;
import dev.countersign.persistence.management.Page;
import java.util.List;

/** The history of changes. */
final class AuditResource {

  static final List<Route> ROUTES =
      List.of(
          Route.of(
              Endpoint.list(
                  "/audit",
                  "Lists changes, the newest first, of one account, or of all for an operator",
                  Permits.AuditLine.class,
                  "accountId",
                  "objectId",
                  "from",
                  "until"),
              AuditResource::list));

  private AuditResource() {}

  private static Answer list(Exchange exchange) {
    AuditFilter filter =
        new AuditFilter(
            exchange.query("objectId"),
            Texts.instant("from", exchange.query("from")),
            Texts.instant("until", exchange.query("until")));
    AuditTrail trail = exchange.management().auditTrail();
    String account = exchange.account(exchange.query("accountId"));
    Page<AuditLine> found =
        account == null
            ? trail.list(exchange.operator(), filter, exchange.paging())
            : trail.listOfAccount(exchange.actor(), account, filter, exchange.paging());
    return exchange.page(found, AuditResource::view);
  }

  private static Permits.AuditLine view(AuditLine line) {
    return new Permits.AuditLine(
        line.id(),
        line.happenedAt().toString(),
        line.actor(),
        line.accountId(),
        line.action(),
        line.objectType(),
        line.objectId(),
        line.before(),
        line.after(),
        line.applicationId(),
        line.environment());
  }
}

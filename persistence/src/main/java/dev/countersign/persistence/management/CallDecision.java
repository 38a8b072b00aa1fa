package dev.countersign.persistence.management;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.RouteTable;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.ApplicationState;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides a call as the gate does behind the signature: application, environment, route, grant. */
final class CallDecision {

  private static final String GROUPS_WITH_ROUTES =
      "SELECT o FROM ApiGroupRow o WHERE EXISTS (SELECT t.id FROM ApiRow t WHERE t.groupId = o.id"
          + " AND t.method IN :methods) ORDER BY o.name";

  private final EntityManager rows;
  private final Lookup lookup;
  private final Instant now;

  CallDecision(EntityManager rows, Lookup lookup, Instant now) {
    this.rows = rows;
    this.lookup = lookup;
    this.now = now;
  }

  CallExplanation on(CallQuestion question) {
    ApplicationRow application = lookup.applicationOfAnybody(question.applicationId());
    List<GrantDetails> held =
        GrantReader.where(rows, "g.applicationId = :id", application.id())
            .getResultStream()
            .map(GrantReader::details)
            .toList();
    boolean owner = lookup.isOwn(application.accountId());
    if (!owner && held.stream().noneMatch(grant -> lookup.isOwn(grant.providerId()))) {
      throw new UnknownObjectException(Lookup.APPLICATION);
    }
    lookup.environmentNamed(question.environment());
    if (application.state() != ApplicationState.ENABLED) {
      return refused(Reason.APPLICATION_DISABLED, "step 4, application: it is disabled");
    }
    List<RouteExplanation> routes = new ArrayList<>();
    for (ApiGroupRow group : groups(question)) {
      boolean known = owner && held.stream().anyMatch(one -> one.groupId().equals(group.id()));
      if (known || lookup.isOwn(group.accountId())) {
        route(group, question).ifPresent(api -> routes.add(explain(api, group, question, held)));
      }
    }
    return conclusion(routes, question);
  }

  private List<ApiGroupRow> groups(CallQuestion question) {
    return rows.createQuery(GROUPS_WITH_ROUTES, ApiGroupRow.class)
        .setParameter("methods", List.of(question.method(), "GET", Api.ANY_METHOD))
        .getResultList();
  }

  private Optional<ApiRow> route(ApiGroupRow group, CallQuestion question) {
    List<ApiRow> apis =
        rows.createQuery("SELECT a FROM ApiRow a WHERE a.groupId = :group", ApiRow.class)
            .setParameter("group", group.id())
            .getResultList();
    List<Api> table =
        apis.stream()
            .map(a -> new Api(a.id(), group.id(), group.name(), a.method(), a.template()))
            .toList();
    return RouteTable.of(table)
        .find(question.method(), question.path())
        .map(found -> Objects.requireNonNull(rows.find(ApiRow.class, found.id())));
  }

  private RouteExplanation explain(
      ApiRow api, ApiGroupRow group, CallQuestion question, List<GrantDetails> held) {
    List<GrantDetails> grants =
        held.stream()
            .filter(grant -> grant.groupId().equals(group.id()))
            .filter(grant -> grant.apiId() == null || grant.apiId().equals(api.id()))
            .filter(grant -> grant.environment().equals(question.environment()))
            .toList();
    List<GrantDetails> valid =
        grants.stream()
            .filter(grant -> GrantState.of(grant.terms(), now) == Permission.State.VALID)
            .toList();
    boolean admitted = !valid.isEmpty();
    List<GrantDetails> told = admitted ? valid : grants;
    String finding =
        told.isEmpty()
            ? "no grant on "
                + api.method()
                + " "
                + api.template()
                + " or its group in this environment"
            : String.join("; ", told.stream().map(grant -> GrantState.told(grant, now)).toList());
    return new RouteExplanation(
        ApiDetails.of(api),
        group.name(),
        admitted,
        admitted ? null : Reason.NOT_GRANTED,
        "step 7, grant: " + finding,
        grants);
  }

  private static CallExplanation conclusion(List<RouteExplanation> routes, CallQuestion question) {
    if (routes.isEmpty()) {
      return refused(
          Reason.API_UNKNOWN,
          "step 6, route: no API matches " + question.method() + " " + question.path());
    }
    Optional<RouteExplanation> admitting =
        routes.stream().filter(RouteExplanation::admitted).findFirst();
    RouteExplanation telling = admitting.orElse(routes.get(0));
    return new CallExplanation(telling.admitted(), telling.reason(), telling.rule(), routes);
  }

  private static CallExplanation refused(Reason reason, String rule) {
    return new CallExplanation(false, reason, rule, List.of());
  }
}

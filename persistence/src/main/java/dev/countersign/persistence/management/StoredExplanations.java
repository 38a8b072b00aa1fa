package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiRow;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.InstantSource;

/** Explanations out of the database. */
final class StoredExplanations implements Explanations {

  private static final String PERMISSIONS =
      GrantReader.JOINED_WITH_APIS
          + "g.applicationId = :id AND (:environment = '' OR e.name = :environment)"
          + " ORDER BY e.name, o.name, t.template, t.method, g.id";

  private final Desk desk;
  private final InstantSource clock;

  StoredExplanations(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Page<Permission> permissions(
      Actor actor, String applicationId, String environment, Paging paging) {
    Instant now = clock.instant();
    if (!environment.isEmpty()) {
      Labels.identifier("the name of an environment", environment);
    }
    return desk.read(
        actor,
        (rows, lookup) -> {
          TypedQuery<Object[]> query =
              rows.createQuery(PERMISSIONS, Object[].class)
                  .setParameter("id", lookup.application(applicationId).id())
                  .setParameter("environment", environment);
          return Pages.of(query, paging, joined -> permission(joined, now));
        });
  }

  private static Permission permission(Object[] joined, Instant now) {
    GrantDetails grant = GrantReader.details(joined);
    ApiDetails api = ApiDetails.of((ApiRow) joined[GrantReader.API_COLUMN]);
    return new Permission(api, grant, GrantState.of(grant.terms(), now));
  }

  @Override
  public CallExplanation call(Actor actor, CallQuestion question) {
    Instant now = clock.instant();
    return desk.read(actor, (rows, lookup) -> new CallDecision(rows, lookup, now).on(question));
  }

  @Override
  public RefusedCall refusal(Actor actor, String requestId) {
    return desk.read(actor, (rows, lookup) -> new RefusalReader(rows, lookup).find(requestId));
  }
}

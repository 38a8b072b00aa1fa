package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.AuditedChange;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** History in the database. */
final class StoredAuditTrail implements AuditTrail {

  private static final String CHANGES = "SELECT a FROM AuditRow a WHERE a.kind = 'change'";

  private static final String OF_ACCOUNT =
      " AND (a.accountId = :account OR a.applicationId IN"
          + " (SELECT p.id FROM ApplicationRow p WHERE p.accountId = :account))";

  private static final String ORDERED = " ORDER BY a.happenedAt DESC, a.id";

  private final Desk desk;

  StoredAuditTrail(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Page<AuditLine> list(Actor.Operator actor, AuditFilter filter, Paging paging) {
    return desk.read(
        actor, (rows, lookup) -> Pages.of(query(rows, "", filter), paging, StoredAuditTrail::line));
  }

  @Override
  public Page<AuditLine> listOfAccount(
      Actor actor, String accountId, AuditFilter filter, Paging paging) {
    return desk.read(
        actor,
        (rows, lookup) -> {
          String id = lookup.account(accountId).id();
          TypedQuery<AuditRow> query = query(rows, OF_ACCOUNT, filter).setParameter("account", id);
          return Pages.of(query, paging, StoredAuditTrail::line);
        });
  }

  private static TypedQuery<AuditRow> query(
      EntityManager rows, String condition, AuditFilter filter) {
    String objectId = filter.objectId();
    StringBuilder jpql = new StringBuilder(CHANGES).append(condition);
    jpql.append(objectId == null ? "" : " AND a.objectId = :object");
    jpql.append(filter.from() == null ? "" : " AND a.happenedAt >= :from");
    jpql.append(filter.until() == null ? "" : " AND a.happenedAt < :until");
    TypedQuery<AuditRow> query = rows.createQuery(jpql.append(ORDERED).toString(), AuditRow.class);
    if (objectId != null) {
      query.setParameter("object", Lookup.isId(objectId) ? objectId : "");
    }
    limit(query, "from", filter.from());
    limit(query, "until", filter.until());
    return query;
  }

  private static void limit(TypedQuery<AuditRow> query, String name, @Nullable Instant instant) {
    if (instant != null) {
      query.setParameter(name, instant.toEpochMilli());
    }
  }

  private static AuditLine line(AuditRow row) {
    AuditedChange change = Objects.requireNonNull(row.change(), "a change tells what changed");
    return new AuditLine(
        row.id(),
        row.happenedAt(),
        change.actor(),
        change.accountId(),
        change.action(),
        change.objectType(),
        change.objectId(),
        change.before(),
        change.after(),
        change.applicationId(),
        change.environment());
  }
}

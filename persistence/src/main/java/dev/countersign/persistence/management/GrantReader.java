package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.EnvironmentRow;
import dev.countersign.persistence.data.GrantRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;

/** Reads grants together with the names of what they join. Rows are chosen by the caller. */
final class GrantReader {

  private static final String JOINED =
      "SELECT g, p, e, o, a FROM GrantRow g"
          + " JOIN ApplicationRow p ON p.id = g.applicationId"
          + " JOIN EnvironmentRow e ON e.id = g.environmentId"
          + " JOIN ApiGroupRow o ON o.id = g.groupId"
          + " LEFT JOIN ApiRow a ON a.id = g.apiId WHERE ";

  /**
   * The same, and in {@link #API_COLUMN} each API that the grant covers. Ends before a condition.
   */
  static final String JOINED_WITH_APIS =
      "SELECT g, p, e, o, a, t FROM GrantRow g"
          + " JOIN ApplicationRow p ON p.id = g.applicationId"
          + " JOIN EnvironmentRow e ON e.id = g.environmentId"
          + " JOIN ApiGroupRow o ON o.id = g.groupId"
          + " JOIN ApiRow t ON t.groupId = g.groupId AND (g.apiId IS NULL OR t.id = g.apiId)"
          + " LEFT JOIN ApiRow a ON a.id = g.apiId WHERE ";

  static final int API_COLUMN = 5;

  private static final String ORDERED = " ORDER BY p.name, p.id, e.name, o.name, g.target, g.id";

  private GrantReader() {}

  /**
   * Grants under a condition on the grant {@code g}, whose parameter is {@code :id}.
   *
   * @param condition a constant of ours, never a text from outside
   */
  static TypedQuery<Object[]> where(EntityManager rows, String condition, String id) {
    return rows.createQuery(JOINED + condition + ORDERED, Object[].class).setParameter("id", id);
  }

  static GrantDetails one(EntityManager rows, String id) {
    return details(where(rows, "g.id = :id", id).getSingleResult());
  }

  static GrantDetails details(Object[] joined) {
    return details(
        (GrantRow) joined[0],
        (ApplicationRow) joined[1],
        (EnvironmentRow) joined[2],
        (ApiGroupRow) joined[3],
        joined[4] instanceof ApiRow api ? api : null);
  }

  private static GrantDetails details(
      GrantRow grant,
      ApplicationRow application,
      EnvironmentRow environment,
      ApiGroupRow group,
      @Nullable ApiRow api) {
    return new GrantDetails(
        grant.id(),
        !application.accountId().equals(group.accountId()),
        group.accountId(),
        application.id(),
        application.name(),
        environment.name(),
        group.id(),
        group.name(),
        grant.apiId(),
        api == null ? null : api.method() + " " + api.template(),
        new GrantTerms(grant.notBefore(), grant.expiresAt(), grant.roles(), grant.description()),
        grant.grantedBy(),
        grant.createdAt(),
        grant.version());
  }

  static Subject subject(GrantDetails grant) {
    return new Subject(
        "grant", grant.id(), grant.providerId(), grant.applicationId(), grant.environment());
  }
}

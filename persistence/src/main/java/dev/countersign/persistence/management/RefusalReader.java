package dev.countersign.persistence.management;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Reason;
import dev.countersign.filter.access.RouteTable;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.AuditedRefusal;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads refused calls, as far as they are an actor's business. */
final class RefusalReader {

  private static final String REFUSED_CALL = "refused call";

  /** What a provider is told in full; the rest is between the application and the gate. */
  private static final Set<Reason> CONCERNING_PROVIDERS =
      EnumSet.of(
          Reason.APPLICATION_DISABLED,
          Reason.ENVIRONMENT_MISMATCH,
          Reason.API_UNKNOWN,
          Reason.NOT_GRANTED,
          Reason.TOO_LARGE,
          Reason.RATE_LIMITED);

  /** Segments in front of the path that a WAR dispatches on: its context path, an environment. */
  private static final int MOST_SEGMENTS_BEFORE = 3;

  private static final int ID_LENGTH = 64;

  private final EntityManager rows;
  private final Lookup lookup;

  RefusalReader(EntityManager rows, Lookup lookup) {
    this.rows = rows;
    this.lookup = lookup;
  }

  RefusedCall find(String requestId) {
    AuditRow line = line(requestId).orElseThrow(RefusalReader::unknown);
    AuditedRefusal refusal = Objects.requireNonNull(line.refusal(), "it is one");
    ApplicationRow application = rows.find(ApplicationRow.class, refusal.applicationId());
    if (application == null) {
      throw unknown();
    }
    boolean owner = lookup.isOwn(application.accountId());
    if (!owner && !concernsProvider(refusal)) {
      throw unknown();
    }
    Reason reason = reason(refusal.reason());
    boolean all = owner || CONCERNING_PROVIDERS.contains(reason);
    return told(line, refusal, application, reason, all ? refusal.explanation() : null);
  }

  private static RefusedCall told(
      AuditRow line,
      AuditedRefusal refusal,
      ApplicationRow application,
      Reason reason,
      @Nullable String detail) {
    return new RefusedCall(
        refusal.requestId(),
        line.happenedAt(),
        reason.code(),
        reason.title(),
        detail,
        refusal.method(),
        refusal.path(),
        application.id(),
        application.name());
  }

  private static UnknownObjectException unknown() {
    return new UnknownObjectException(REFUSED_CALL);
  }

  private static Reason reason(String code) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElse(Reason.UNAVAILABLE);
  }

  private Optional<AuditRow> line(String requestId) {
    boolean possible =
        requestId.length() <= ID_LENGTH && requestId.chars().allMatch(c -> c > ' ' && c <= '~');
    if (!possible) {
      return Optional.empty();
    }
    return rows.createQuery(
            "SELECT a FROM AuditRow a WHERE a.kind = 'refusal' AND a.requestId = :id",
            AuditRow.class)
        .setParameter("id", requestId)
        .getResultStream()
        .filter(row -> row.refusal() != null)
        .findFirst();
  }

  /** A provider whom the application had to do with, and who has an API of this method and path. */
  private boolean concernsProvider(AuditedRefusal refusal) {
    return lookup
        .accountOfActor()
        .filter(account -> hasGranted(account, refusal.applicationId()))
        .filter(account -> routes(account).stream().anyMatch(table -> matches(table, refusal)))
        .isPresent();
  }

  private boolean hasGranted(String account, String applicationId) {
    return !rows.createQuery(
            "SELECT a.id FROM AuditRow a WHERE a.kind = 'change' AND a.action = 'grant.make'"
                + " AND a.accountId = :account AND a.applicationId = :application",
            String.class)
        .setParameter("account", account)
        .setParameter("application", applicationId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private Optional<RouteTable> routes(String account) {
    List<Api> apis =
        rows.createQuery(
                "SELECT a FROM ApiRow a, ApiGroupRow o WHERE o.id = a.groupId"
                    + " AND o.accountId = :account",
                ApiRow.class)
            .setParameter("account", account)
            .getResultStream()
            .map(a -> new Api(a.id(), a.groupId(), "", a.method(), a.template()))
            .toList();
    return apis.isEmpty() ? Optional.empty() : Optional.of(RouteTable.of(apis));
  }

  private static boolean matches(RouteTable table, AuditedRefusal refusal) {
    String path = refusal.path();
    for (int cut = 0; cut <= MOST_SEGMENTS_BEFORE && path.startsWith("/"); cut++) {
      if (table.find(refusal.method(), path).isPresent()) {
        return true;
      }
      int next = path.indexOf('/', 1);
      path = next < 0 ? "" : path.substring(next);
    }
    return false;
  }
}

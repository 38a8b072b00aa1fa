package dev.countersign.persistence.store;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.Grant;
import dev.countersign.filter.access.GrantStore;
import dev.countersign.persistence.data.GrantRow;
import dev.countersign.persistence.work.Transactions;
import java.util.List;

/**
 * Grants as they are in the database: one query each, by the unique key of the triple. Thread-safe.
 */
final class StoredGrants implements GrantStore {

  private static final String QUERY =
      "SELECT g FROM GrantRow g, EnvironmentRow e WHERE e.name = :environment AND g.environmentId = e.id"
          + " AND g.applicationId = :applicationId AND g.target IN (:apiId, :groupId)";

  private final Transactions transactions;

  StoredGrants(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Grant> find(String applicationId, String environment, Api api) {
    return transactions.read(
        entities ->
            entities
                .createQuery(QUERY, GrantRow.class)
                .setParameter("applicationId", applicationId)
                .setParameter("environment", environment)
                .setParameter("apiId", api.id())
                .setParameter("groupId", api.groupId())
                .getResultStream()
                .map(row -> new Grant(row.id(), row.notBefore(), row.expiresAt(), row.roles()))
                .toList());
  }
}

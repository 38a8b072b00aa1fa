package dev.countersign.persistence.store;

import dev.countersign.filter.access.Api;
import dev.countersign.filter.access.ApiCatalogue;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.data.ApiGroupRow;
import dev.countersign.persistence.data.ApiRow;
import dev.countersign.persistence.work.Transactions;
import java.util.List;

/** The catalogue as it is in the database. Thread-safe. */
final class StoredApis implements ApiCatalogue {

  private static final String QUERY =
      "SELECT a, g FROM ApiRow a, ApiGroupRow g WHERE a.groupId = g.id ORDER BY g.name, a.shape, a.method";

  private final Transactions transactions;

  StoredApis(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Api> apis() {
    return transactions
        .read(entities -> entities.createQuery(QUERY, Object[].class).getResultList())
        .stream()
        .map(row -> api((ApiRow) row[0], (ApiGroupRow) row[1]))
        .toList();
  }

  private static Api api(ApiRow row, ApiGroupRow group) {
    try {
      return new Api(row.id(), group.id(), group.name(), row.method(), row.template());
    } catch (IllegalArgumentException e) {
      // Left out, its calls could match a wider template that was meant for others.
      throw new StoreUnavailableException("API " + row.id() + " has a template that is none", e);
    }
  }
}

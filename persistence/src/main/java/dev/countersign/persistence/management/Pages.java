package dev.countersign.persistence.management;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;

/** Cuts a page out of what a query finds. */
final class Pages {

  private Pages() {}

  static <R, D> Page<D> of(TypedQuery<R> query, Paging paging, Function<R, D> details) {
    List<R> rows =
        query.setFirstResult(paging.offset()).setMaxResults(paging.limit() + 1).getResultList();
    boolean more = rows.size() > paging.limit();
    List<D> items = rows.stream().limit(paging.limit()).map(details).toList();
    return new Page<>(items, paging, more);
  }
}

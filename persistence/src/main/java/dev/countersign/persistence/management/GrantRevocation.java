package dev.countersign.persistence.management;

import dev.countersign.persistence.data.ApplicationRow;
import dev.countersign.persistence.data.GrantRow;
import java.util.List;

/** Takes grants away, with a line of history each, which their providers read. Thread-safe. */
final class GrantRevocation {

  private static final String REVOKED = "grant.revoke";

  void revoke(Change change, GrantRow row) {
    GrantDetails before = GrantReader.one(change.rows(), row.id());
    change.unit().remove(row);
    change.unit().touchApplication(row.applicationId());
    change.audit(GrantReader.subject(before), REVOKED, Summary.of(before), null);
  }

  /** All that the application holds; it is locked, so none is added meanwhile. */
  void revokeAllOf(Change change, ApplicationRow application) {
    List<GrantRow> held =
        change
            .rows()
            .createQuery(
                "SELECT g FROM GrantRow g WHERE g.applicationId = :application", GrantRow.class)
            .setParameter("application", application.id())
            .getResultList();
    held.forEach(row -> revoke(change, row));
  }
}

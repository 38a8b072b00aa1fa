package dev.countersign.persistence.work;

import dev.countersign.persistence.data.AuditRow;
import dev.countersign.persistence.data.AuditedChange;
import dev.countersign.persistence.data.Touched;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One management transaction, as its work sees it. It says what it touches, so that every node
 * drops what it keeps of it, and writes its own history; both are committed, or undone, with the
 * change. Used by one thread, and only inside the work.
 */
public final class UnitOfWork {

  private final EntityManager entities;
  private final Instant now;
  private final Set<String> applications = new HashSet<>();
  private final int statementSeconds;
  private boolean catalogue;
  private boolean everything;

  UnitOfWork(EntityManager entities, Instant now, int statementSeconds) {
    this.entities = entities;
    this.now = now;
    this.statementSeconds = statementSeconds;
  }

  /**
   * For finding, querying and locking rows; what is found is changed in place. New and removed
   * rows: see below.
   */
  public EntityManager entities() {
    return entities;
  }

  /**
   * Inserts a row now. Rows name each other by id only, so the provider does not know which one has
   * to come first; here they are written in the order of the calls.
   *
   * @throws jakarta.persistence.PersistenceException if a constraint stands in the way; not to be
   *     caught, it becomes a {@link ConflictException}
   */
  public <T> T add(T row) {
    entities.persist(row);
    entities.flush();
    return row;
  }

  /**
   * Inserts many rows now, past the provider, which would look at all of them at each flush.
   *
   * @param sql an INSERT with as many parameters as each row has values
   * @throws jakarta.persistence.PersistenceException as {@link #add} does
   */
  public void addAll(String sql, List<List<@Nullable Object>> rows) {
    BatchInsert.run(entities.unwrap(Connection.class), sql, rows, statementSeconds);
  }

  /** Deletes a row now. */
  public void remove(Object row) {
    entities.remove(row);
    entities.flush();
  }

  /** The instant of this transaction, the same throughout. */
  public Instant now() {
    return now;
  }

  /** State, schemes, secrets or grants of this application change, or it is new. */
  public void touchApplication(String applicationId) {
    applications.add(applicationId);
  }

  /** Groups or APIs change. */
  public void touchCatalogue() {
    catalogue = true;
  }

  /** More changes than are worth telling apart: everything that is kept is to be dropped. */
  public void touchEverything() {
    everything = true;
  }

  /** Writes a line of history. */
  public void audit(AuditedChange change) {
    entities.persist(new AuditRow(change, now));
  }

  Touched touched() {
    return everything ? Touched.EVERYTHING : new Touched(false, catalogue, applications);
  }
}

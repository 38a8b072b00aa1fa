package dev.countersign.persistence.management;

import dev.countersign.persistence.data.AuditedChange;
import dev.countersign.persistence.work.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change under way: its unit of work and its actor. */
final class Change {

  private final UnitOfWork unit;
  private final Actor actor;
  private final Lookup lookup;

  Change(UnitOfWork unit, Actor actor) {
    this.unit = unit;
    this.actor = actor;
    this.lookup = new Lookup(unit.entities(), actor);
  }

  UnitOfWork unit() {
    return unit;
  }

  EntityManager rows() {
    return unit.entities();
  }

  Lookup lookup() {
    return lookup;
  }

  Instant now() {
    return unit.now();
  }

  /** The actor as the history and the grant name him. */
  String actorText() {
    if (actor instanceof Actor.AccountActor account) {
      return "account " + account.accountId() + " " + account.name();
    }
    return "operator " + actor.name();
  }

  /** Writes the line of history. */
  void audit(Subject subject, String action, @Nullable String before, @Nullable String after) {
    unit.audit(audited(subject, action, before, after));
  }

  /** The line of history, unwritten. */
  AuditedChange audited(
      Subject subject, String action, @Nullable String before, @Nullable String after) {
    return new AuditedChange(
        actorText(),
        subject.accountId(),
        action,
        subject.type(),
        subject.id(),
        before,
        after,
        subject.applicationId(),
        subject.environment());
  }

  /** Refuses when a query counts something. */
  void requireNone(String jpql, String id, ChangeConflictException.Kind kind, String message) {
    boolean found =
        !rows()
            .createQuery(jpql, String.class)
            .setParameter("id", id)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (found) {
      throw new ChangeConflictException(kind, message);
    }
  }
}

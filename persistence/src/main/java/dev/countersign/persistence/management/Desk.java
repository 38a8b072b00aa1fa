package dev.countersign.persistence.management;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.work.ConflictException;
import dev.countersign.persistence.work.Transactions;
import jakarta.persistence.EntityManager;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where calls are carried out: each in one transaction, for one actor. Thread-safe. */
final class Desk {

  private final Transactions transactions;

  Desk(Transactions transactions) {
    this.transactions = transactions;
  }

  <T> T read(Actor actor, BiFunction<EntityManager, Lookup, T> work) {
    try {
      return transactions.read(rows -> work.apply(rows, new Lookup(rows, actor)));
    } catch (StoreUnavailableException e) {
      throw unavailable(e);
    }
  }

  /**
   * Work looks first whether something stands in its way, and says so exactly. Where a constraint
   * still stops it, somebody else was faster in between: looking once more finds what he did.
   */
  <T> T change(Actor actor, Function<Change, T> work) {
    try {
      return once(actor, work);
    } catch (ConflictException raced) {
      return again(actor, work);
    } catch (StoreUnavailableException e) {
      throw unavailable(e);
    }
  }

  private <T> T again(Actor actor, Function<Change, T> work) {
    try {
      return once(actor, work);
    } catch (ConflictException e) {
      throw new ChangeConflictException(
          ChangeConflictException.Kind.STATE, "others change the same now: read it again", e);
    } catch (StoreUnavailableException e) {
      throw unavailable(e);
    }
  }

  private <T> T once(Actor actor, Function<Change, T> work) {
    return transactions.change(unit -> work.apply(new Change(unit, actor)));
  }

  private static ManagementUnavailableException unavailable(StoreUnavailableException e) {
    return new ManagementUnavailableException("the database does not answer: try again", e);
  }
}

package dev.countersign.persistence.work;

import dev.countersign.filter.access.Causes;
import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import dev.countersign.persistence.database.Pause;
import dev.countersign.persistence.database.SqlErrors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/**
 * Runs work over the rows, in READ COMMITTED. Thread-safe.
 *
 * <p>Work may run more than once, so it changes nothing but rows, and reads all that it decides by
 * inside itself.
 */
public final class Transactions {

  private static final int ATTEMPTS = 5;

  private final EntityManagerFactory factory;
  private final Database database;
  private final InstantSource clock;
  private final Consumer<Touched> listener;

  Transactions(
      EntityManagerFactory factory,
      Database database,
      InstantSource clock,
      Consumer<Touched> listener) {
    this.factory = factory;
    this.database = database;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Reads, without a transaction: each query sees what is committed when it runs.
   *
   * @throws StoreUnavailableException when the database does not answer
   */
  public <T> T read(Function<EntityManager, T> work) {
    try {
      return database.call(
          () -> {
            try (EntityManager entities = factory.createEntityManager()) {
              return work.apply(entities);
            }
          });
    } catch (PersistenceException | EclipseLinkException e) {
      throw new StoreUnavailableException("the database cannot be read", e);
    }
  }

  /**
   * Changes, in one transaction: flush, next revision of the change feed, commit. Deadlocks and
   * serialization failures, and rows that somebody else changed in between, are tried again,
   * {@value #ATTEMPTS} times in all. The caches of this node have dropped what was touched before
   * this returns.
   *
   * @throws ConflictException when a constraint stands in the way, or others were faster each time
   * @throws StoreUnavailableException when the database does not answer; whether a commit that
   *     broke off took place is then unknown
   */
  public <T> T change(Function<UnitOfWork, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return database.call(() -> attempt(work));
      } catch (PersistenceException | EclipseLinkException | SQLException e) {
        giveUpOrWait(e, attempt);
      }
    }
  }

  private <T> T attempt(Function<UnitOfWork, T> work) throws SQLException {
    try (EntityManager entities = factory.createEntityManager()) {
      entities.getTransaction().begin();
      try {
        UnitOfWork unit =
            new UnitOfWork(entities, clock.instant(), database.timeouts().statementSeconds());
        limitWaits(entities);
        T result = work.apply(unit);
        entities.flush();
        commit(entities, unit);
        return result;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
      }
    }
  }

  private void limitWaits(EntityManager entities) throws SQLException {
    try (Statement statement = entities.unwrap(Connection.class).createStatement()) {
      for (String limit : database.dialect().limitTransaction(database.timeouts())) {
        statement.execute(limit);
      }
    }
  }

  private void commit(EntityManager entities, UnitOfWork unit) throws SQLException {
    Touched touched = unit.touched();
    if (touched.isEmpty()) {
      entities.getTransaction().commit();
      return;
    }
    int seconds = database.timeouts().statementSeconds();
    Revisions.record(entities.unwrap(Connection.class), touched, unit.now(), seconds);
    try {
      entities.getTransaction().commit();
    } finally {
      // Also after a failure: a commit whose answer was lost may have taken place.
      listener.accept(touched);
    }
  }

  private static void giveUpOrWait(Exception e, int attempt) {
    SqlErrors meaning = SqlErrors.of(e);
    if (meaning == SqlErrors.CONSTRAINT) {
      throw new ConflictException("the change conflicts with what is there", e);
    }
    boolean raced = meaning == SqlErrors.RETRY || isStale(e);
    if (!raced) {
      throw new StoreUnavailableException("the change was not made, or its outcome is unknown", e);
    }
    if (attempt == ATTEMPTS) {
      throw new ConflictException("others changed the same each time", e);
    }
    Pause.after(attempt);
  }

  private static boolean isStale(Throwable thrown) {
    return Causes.of(thrown).stream().anyMatch(OptimisticLockException.class::isInstance);
  }
}

package dev.countersign.persistence.work;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.persistence.data.Touched;
import dev.countersign.persistence.database.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/** The persistence unit over one database. Thread-safe. */
public final class Entities implements AutoCloseable {

  private final EntityManagerFactory factory;
  private final Database database;

  private Entities(EntityManagerFactory factory, Database database) {
    this.factory = factory;
    this.database = database;
  }

  /**
   * Opens it, mappings checked.
   *
   * @throws StoreUnavailableException if the provider cannot start now
   */
  public static Entities open(Database database) {
    EntityManagerFactory factory =
        new PersistenceProvider().createContainerEntityManagerFactory(new Unit(database), Map.of());
    // EclipseLink starts with the first entity manager; here, so that no request has to wait for
    // it.
    try (EntityManager started = factory.createEntityManager()) {
      failAtOnce(started.unwrap(Session.class));
      return new Entities(factory, database);
    } catch (PersistenceException | EclipseLinkException e) {
      factory.close();
      throw new StoreUnavailableException("the persistence provider cannot start", e);
    }
  }

  /**
   * EclipseLink would try a query again when the connection breaks, with pauses of seconds; callers
   * wait for it.
   */
  private static void failAtOnce(Session session) {
    DatabaseLogin login = session.getLogin();
    login.setQueryRetryAttemptCount(0);
    login.setConnectionHealthValidatedOnError(false);
  }

  /**
   * Transactions over it.
   *
   * @param clock the time of changes
   * @param listener told what each committed change touched, on the thread that made it, before it
   *     returns
   */
  public Transactions transactions(InstantSource clock, Consumer<Touched> listener) {
    return new Transactions(factory, database, clock, listener);
  }

  @Override
  public void close() {
    factory.close();
  }
}

package dev.countersign.filter;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.filter.access.StoreUnavailableException;
import jakarta.servlet.ServletContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The one {@link AccessStores} of a WAR, shared by its filters, its console and whoever else asks.
 * It is opened for the first of them, from the context-params that begin with {@code countersign.}
 * and by the one {@link dev.countersign.filter.access.AccessStoresProvider} in {@code WEB-INF/lib},
 * and closed after the last.
 *
 * <p>A WAR may instead put stores of its own under {@link #ATTRIBUTE}, in a {@code
 * ServletContextListener} and so before any filter starts. Whoever put them there closes them.
 * Thread-safe.
 */
public final class SharedStores {

  /** The attribute of the servlet context for a WAR's own {@link AccessStores}. */
  public static final String ATTRIBUTE = "dev.countersign.stores";

  private static final String SHARED = "dev.countersign.stores.shared";

  private final ServletContext context;
  private @Nullable AccessStores stores;
  private boolean opening;
  private int users;

  private SharedStores(ServletContext context) {
    this.context = context;
  }

  /** A use of the stores, to be closed when it ends; a second close does nothing. Thread-safe. */
  public interface Lease extends AutoCloseable {

    /** The stores, open until {@link #close()}. */
    AccessStores stores();

    @Override
    void close();
  }

  /**
   * Begins a use of the WAR's stores.
   *
   * @param context of the WAR
   * @param clock the time of all decisions, for the one who opens them
   * @throws SettingsException if they are not configured, or wrongly: final
   * @throws StoreUnavailableException if they cannot be reached now, or are being opened by another
   *     thread
   */
  public static Lease open(ServletContext context, InstantSource clock) {
    Object own = context.getAttribute(ATTRIBUTE);
    if (own == null) {
      return of(context).lease(clock);
    }
    if (own instanceof AccessStores given) {
      StoreOpening.refuseSettings(context);
      return new Use(given, () -> {});
    }
    throw foreign(ATTRIBUTE, own);
  }

  private static SharedStores of(ServletContext context) {
    synchronized (SharedStores.class) {
      Object found = context.getAttribute(SHARED);
      if (found == null) {
        SharedStores created = new SharedStores(context);
        context.setAttribute(SHARED, created);
        return created;
      }
      if (found instanceof SharedStores shared) {
        return shared;
      }
      throw foreign(SHARED, found);
    }
  }

  private static SettingsException foreign(String attribute, Object value) {
    return new SettingsException(
        "The context attribute "
            + attribute
            + " holds a "
            + value.getClass().getName()
            + " that was loaded from another"
            + " place than this filter: have countersign-filter.jar once, either in WEB-INF/lib or in the server");
  }

  private Lease lease(InstantSource clock) {
    AccessStores open = joined();
    if (open == null) {
      open = opened(clock);
    }
    return new Use(open, this::leave);
  }

  /**
   * Joins those who use the stores already; {@code null} means that this thread has to open them.
   */
  private synchronized @Nullable AccessStores joined() {
    if (stores != null) {
      users++;
      return stores;
    }
    if (opening) {
      throw new StoreUnavailableException("the stores are being opened by another thread");
    }
    opening = true;
    return null;
  }

  /**
   * Opens without holding the lock: a database that hangs must not hold up the threads of other
   * requests.
   */
  private AccessStores opened(InstantSource clock) {
    AccessStores fresh = null;
    try {
      fresh = StoreOpening.open(context, clock);
      return fresh;
    } finally {
      synchronized (this) {
        opening = false;
        stores = fresh;
        users = fresh == null ? 0 : 1;
      }
    }
  }

  private void leave() {
    AccessStores last = null;
    synchronized (this) {
      users--;
      if (users == 0) {
        last = stores;
        stores = null;
      }
    }
    if (last != null) {
      last.close();
    }
  }

  private static final class Use implements Lease {

    private final AccessStores stores;
    private @Nullable Runnable end;

    Use(AccessStores stores, Runnable end) {
      this.stores = stores;
      this.end = end;
    }

    @Override
    public AccessStores stores() {
      return stores;
    }

    @Override
    public void close() {
      Runnable once;
      synchronized (this) {
        once = end;
        end = null;
      }
      if (once != null) {
        once.run();
      }
    }
  }
}

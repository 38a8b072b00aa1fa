package dev.countersign.filter;

import dev.countersign.filter.access.AccessStores;
import dev.countersign.filter.access.SettingsException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The hold of one filter, or of a console, on the WAR's stores, and what it makes of them. Stores
 * that cannot be reached are tried again from the threads of requests: one at a time, at most every
 * second, while the others are answered at once. A fault of the configuration is not tried again.
 * Thread-safe.
 *
 * @param <T> what is made of the stores, such as a gate
 */
public final class StoreLink<T> implements AutoCloseable {

  private static final Logger LOG = System.getLogger(StoreLink.class.getName());
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final String holder;
  private final Supplier<SharedStores.Lease> opener;
  private final Function<AccessStores, T> making;
  private final ReentrantLock attempt = new ReentrantLock();
  private volatile @Nullable Opened<T> opened;
  private volatile long lastAttempt = System.nanoTime() - 2 * PAUSE;
  private volatile boolean faulty;
  private volatile boolean over;

  private record Opened<T>(SharedStores.Lease lease, T made) {}

  /**
   * A link that has not been tried yet.
   *
   * @param holder whose it is, for the log, such as {@code console}
   * @param opener leases the stores, see {@link SharedStores#open}
   * @param making called once for each time that the stores are opened
   */
  public StoreLink(
      String holder, Supplier<SharedStores.Lease> opener, Function<AccessStores, T> making) {
    this.holder = holder;
    this.opener = opener;
    this.making = making;
  }

  /**
   * Tries for the first time; stores that cannot be reached are logged, and tried again by {@link
   * #get}.
   *
   * @throws SettingsException if the configuration is at fault
   */
  public void open() {
    attempt.lock();
    try {
      connect();
    } finally {
      attempt.unlock();
    }
  }

  /** What was made of the stores, or {@code null} while they are not open; never throws. */
  public @Nullable T get() {
    if (isDue() && attempt.tryLock()) {
      try {
        if (isDue()) {
          again();
        }
      } finally {
        attempt.unlock();
      }
    }
    Opened<T> now = opened;
    return now == null ? null : now.made();
  }

  /** Whether a fault of the configuration was found, which only a new deployment can mend. */
  public boolean isFaulty() {
    return faulty;
  }

  private boolean isDue() {
    return opened == null && !over && !faulty && System.nanoTime() - lastAttempt > PAUSE;
  }

  private void again() {
    try {
      connect();
    } catch (SettingsException | LinkageError fault) {
      faulty = true;
      LOG.log(
          Level.ERROR,
          "The stores of the " + holder + " cannot be opened; every request is answered 503",
          fault);
    }
  }

  private void connect() {
    try {
      SharedStores.Lease lease = opener.get();
      opened = opened(lease);
    } catch (SettingsException fault) {
      throw fault;
    } catch (RuntimeException unreachable) {
      LOG.log(
          Level.WARNING,
          "The stores of the "
              + holder
              + " cannot be reached now; requests are answered 503 meanwhile",
          unreachable);
    } finally {
      lastAttempt = System.nanoTime();
    }
  }

  private Opened<T> opened(SharedStores.Lease lease) {
    try {
      return new Opened<>(lease, making.apply(lease.stores()));
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  /**
   * Gives the stores back; waits for an attempt that is under way, so that nothing stays open
   * behind it.
   */
  @Override
  public void close() {
    over = true;
    attempt.lock();
    try {
      Opened<T> last = opened;
      opened = null;
      if (last != null) {
        last.lease().close();
      }
    } finally {
      attempt.unlock();
    }
  }
}

package dev.countersign.console;

import dev.countersign.filter.SharedStores;
import dev.countersign.filter.access.SettingsException;
import dev.countersign.persistence.management.Management;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The console's hold on the WAR's stores. Stores that cannot be reached are tried again from the
 * threads of requests: one at a time, at most every second. A fault of the configuration is final.
 * Thread-safe.
 */
final class ManagementLink implements AutoCloseable {

  private static final Logger LOG = System.getLogger(ConsoleServlet.class.getName());
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<SharedStores.Lease> opener;
  private final ReentrantLock attempt = new ReentrantLock();
  private volatile @Nullable Opened opened;
  private volatile long lastAttempt = System.nanoTime() - 2 * PAUSE;
  private volatile boolean over;
  private volatile boolean faulty;

  private record Opened(SharedStores.Lease lease, Management management) {}

  ManagementLink(Supplier<SharedStores.Lease> opener) {
    this.opener = opener;
  }

  /** The services, or {@code null} while there are none. */
  @Nullable Management management() {
    if (opened == null && isDue() && attempt.tryLock()) {
      try {
        if (opened == null && isDue()) {
          connect();
        }
      } finally {
        attempt.unlock();
      }
    }
    Opened now = opened;
    return now == null ? null : now.management();
  }

  /** Whether a mistake of the configuration was found, which only a new deployment can mend. */
  boolean isFaulty() {
    return faulty;
  }

  private boolean isDue() {
    return !over && System.nanoTime() - lastAttempt > PAUSE;
  }

  private void connect() {
    try {
      SharedStores.Lease lease = opener.get();
      opened = opened(lease);
    } catch (SettingsException | LinkageError fault) {
      faulty = true;
      over = true;
      LOG.log(Level.ERROR, "The console's store cannot be opened; all is answered 503", fault);
    } catch (RuntimeException unreachable) {
      LOG.log(Level.WARNING, "The console's store cannot be reached now", unreachable);
    } finally {
      lastAttempt = System.nanoTime();
    }
  }

  private static Opened opened(SharedStores.Lease lease) {
    try {
      return new Opened(lease, Management.of(lease.stores()));
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  @Override
  public void close() {
    over = true;
    attempt.lock();
    try {
      Opened last = opened;
      opened = null;
      if (last != null) {
        last.lease().close();
      }
    } finally {
      attempt.unlock();
    }
  }
}

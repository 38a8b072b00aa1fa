package dev.countersign.filter;

import dev.countersign.filter.access.AccessGate;
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
 * One filter's hold on the stores, and the gate over them. Stores that cannot be reached at start
 * are tried again from the threads of requests: one at a time, at most every second, while the
 * others are answered at once. A fault of the configuration is not tried again. Thread-safe.
 */
final class StoreLink implements AutoCloseable {

  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<SharedStores.Lease> opener;
  private final Function<AccessStores, AccessGate> gates;
  private final ReentrantLock attempt = new ReentrantLock();
  private volatile @Nullable Opened opened;
  private volatile long lastAttempt;
  private volatile boolean over;

  private record Opened(SharedStores.Lease lease, AccessGate gate) {}

  StoreLink(Supplier<SharedStores.Lease> opener, Function<AccessStores, AccessGate> gates) {
    this.opener = opener;
    this.gates = gates;
  }

  /**
   * Tries for the first time; stores that cannot be reached are logged, and tried again by {@link
   * #gate}.
   *
   * @throws SettingsException if the configuration is at fault
   */
  void open() {
    attempt.lock();
    try {
      connect();
    } finally {
      attempt.unlock();
    }
  }

  /** The gate, or {@code null} while there is none. */
  @Nullable AccessGate gate() {
    Opened now = opened;
    if (now == null && !over && System.nanoTime() - lastAttempt > PAUSE && attempt.tryLock()) {
      try {
        again();
      } finally {
        attempt.unlock();
      }
      now = opened;
    }
    return now == null ? null : now.gate();
  }

  private void again() {
    if (opened != null || over || System.nanoTime() - lastAttempt <= PAUSE) {
      return;
    }
    try {
      connect();
    } catch (SettingsException | LinkageError fault) {
      over = true;
      LOG.log(Level.ERROR, "The stores cannot be opened; every request is answered 503", fault);
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
          "The stores cannot be reached now; requests are answered 503 meanwhile",
          unreachable);
    } finally {
      lastAttempt = System.nanoTime();
    }
  }

  private Opened opened(SharedStores.Lease lease) {
    try {
      return new Opened(lease, gates.apply(lease.stores()));
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

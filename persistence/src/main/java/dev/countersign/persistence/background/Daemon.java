package dev.countersign.persistence.background;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A named daemon thread that does the same task again and again, with a pause between, and is
 * joined when it is closed. A failing task is logged once per kind of failure in a row, and tried
 * again. Thread-safe.
 */
public final class Daemon implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Daemon.class.getName());
  private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private final long pauseMillis;
  private final Runnable task;
  private boolean failing;

  private Daemon(String name, Duration pause, Runnable task) {
    this.pauseMillis = pause.toMillis();
    this.task = task;
    this.thread = thread(name, this::run);
  }

  /** A thread that is not started, keeps no JVM alive and holds on to no WAR but this one. */
  public static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    // Not that of the request, or of another WAR, that happens to start it.
    thread.setContextClassLoader(Daemon.class.getClassLoader());
    return thread;
  }

  /** Starts a thread that begins with a pause. */
  public static Daemon start(String name, Duration pause, Runnable task) {
    Daemon daemon = new Daemon(name, pause, task);
    daemon.thread.start();
    return daemon;
  }

  private void run() {
    while (!stopped()) {
      try {
        task.run();
        recovered();
      } catch (Throwable e) {
        // Errors too: a thread that ends silently would stop what depends on it.
        failed(e);
      }
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      LOG.log(Level.INFO, "{0} works again", thread.getName());
    }
  }

  private void failed(Throwable e) {
    LOG.log(
        failing ? Level.DEBUG : Level.WARNING, thread.getName() + " failed and goes on trying", e);
    failing = true;
  }

  private boolean stopped() {
    try {
      return stop.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Ends the thread and waits for it. It is not interrupted: an interrupt during file access closes
   * an embedded database's file under everybody.
   */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(JOIN_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.log(Level.WARNING, "{0} does not end", thread.getName());
    }
  }
}

package dev.countersign.persistence.database;

import dev.countersign.persistence.background.Daemon;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads that can be waited for: a server that stops a WAR looks for those that are left.
 * Thread-safe.
 */
final class JoinedThreads implements ThreadFactory {

  private final String name;
  private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

  JoinedThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = Daemon.thread(name, task);
    made.add(thread);
    return thread;
  }

  /** Waits so long for each to end. */
  void join(long millis) {
    try {
      for (Thread thread : made) {
        thread.join(millis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

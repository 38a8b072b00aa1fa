package dev.countersign.sample.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when its time is over, which ends whatever waits there: a time-out for each read
 * never comes while bytes trickle in, and a write has none.
 */
final class Deadline {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Deadline() {}

  /** To be cancelled when the socket is done with. */
  static Future<?> of(Closeable socket, long seconds) {
    return CLOCK.schedule(() -> close(socket), seconds, TimeUnit.SECONDS);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "deadlines of sockets");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}

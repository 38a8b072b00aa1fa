package dev.countersign.sample.load;

import dev.countersign.sample.wire.RawClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Callers that send a head at once, and then one byte of the body now and then. */
public final class SlowCallers implements AutoCloseable {

  private final List<Socket> sockets = new ArrayList<>();
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong rounds = new AtomicLong();
  private final Set<Socket> cutOff = ConcurrentHashMap.newKeySet();

  private Future<?> sending;

  private SlowCallers() {}

  /** Starts so many, with a pause between two bytes. */
  public static SlowCallers start(
      RawClient client, int count, Duration pause, Supplier<byte[]> heads) throws IOException {
    // Signed beforehand, so that the first ones still wait when the last ones come.
    List<byte[]> signed = Stream.generate(heads).limit(count).toList();
    SlowCallers callers = new SlowCallers();
    for (byte[] head : signed) {
      Socket socket = client.open();
      callers.sockets.add(socket);
      socket.getOutputStream().write(head);
    }
    callers.sending =
        callers.pace.scheduleWithFixedDelay(
            callers::sendOneByteEach, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    return callers;
  }

  /** Whether they still try, although they may have been cut off. */
  boolean areStillSending() {
    return rounds.get() > 0 && !sending.isDone();
  }

  /** From how many the server takes no more. */
  public int cutOff() {
    return cutOff.size();
  }

  private void sendOneByteEach() {
    rounds.incrementAndGet();
    for (Socket each : sockets) {
      try {
        each.getOutputStream().write('x');
      } catch (IOException closed) {
        // As it should be; the others go on.
        cutOff.add(each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    pace.shutdownNow();
    for (Socket each : sockets) {
      each.close();
    }
  }
}

package dev.countersign.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.persistence.PersistentStores;
import dev.countersign.persistence.StoreFixture;
import dev.countersign.persistence.data.AccountRow;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Another writer, who has written and not yet committed, until he is told to. */
final class SlowWriter implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 50;

  private final CountDownLatch written = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<String> change;

  private SlowWriter(PersistentStores node) {
    change = thread.submit(() -> write(node));
  }

  /** One that has written already. */
  static SlowWriter on(PersistentStores node) {
    SlowWriter writer = new SlowWriter(node);
    await(writer.written);
    return writer;
  }

  private String write(PersistentStores node) {
    return StoreFixture.change(
        node,
        unit -> {
          unit.add(new AccountRow("slow", unit.now()));
          unit.touchApplication("another");
          written.countDown();
          await(finish);
          return "done";
        });
  }

  void commit() throws Exception {
    finish.countDown();
    assertEquals("done", change.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    finish.countDown();
    thread.shutdownNow();
  }
}

package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads race for a budget that has room for three of their eight bodies. */
class SpoolRaceTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 200;
  private static final int LENGTH = 3000;
  private static final int BUDGET = 10_000;
  private static final int ROOM_FOR = 3;
  private static final long PATIENCE_SECONDS = 60;

  private final byte[] bytes = LimitedBodyTest.random(LENGTH);
  private final ContentDigest signed = ContentDigest.ofBody(bytes);
  private final CyclicBarrier all = new CyclicBarrier(THREADS);
  private final AtomicLong most = new AtomicLong();

  @Test
  void manyBodiesAtOnce_neverTakeMoreThanTheBudget_andGiveAllBack(@TempDir Path directory)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (SpoolArea area =
        SpoolArea.open(Limits.in(directory).memory(1000).budget(BUDGET).build())) {
      List<Future<Integer>> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threads.add(pool.submit(() -> race(area)));
      }
      int served = 0;
      for (Future<Integer> each : threads) {
        served += each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      assertEquals(ROOM_FOR * ROUNDS, served);
      long inBetween = most.get();
      assertEquals(Math.min(inBetween, BUDGET), inBetween, "more than the budget was taken");
      assertEquals(0, area.budget().taken());
    } finally {
      pool.shutdownNow();
    }
  }

  private int race(SpoolArea area) throws Exception {
    int served = 0;
    for (int round = 0; round < ROUNDS; round++) {
      served += proveOne(area);
    }
    return served;
  }

  /** Nobody gives back before all have tried. */
  private int proveOne(SpoolArea area) throws Exception {
    allAreHere();
    try (LimitedBody body = area.body(() -> sampling(area), -1, System::nanoTime)) {
      boolean served = isServed(body);
      allAreHere();
      assertEquals(ROOM_FOR * LENGTH, area.budget().taken());
      allAreHere();
      return served ? 1 : 0;
    }
  }

  private boolean isServed(LimitedBody body) {
    try {
      body.prove(signed);
      return true;
    } catch (BodyException e) {
      assertEquals(Reason.UNAVAILABLE, e.reason());
      return false;
    }
  }

  /** A body that looks what is taken whenever it is read. */
  private InputStream sampling(SpoolArea area) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] to, int offset, int count) {
        most.accumulateAndGet(area.budget().taken(), Math::max);
        return super.read(to, offset, count);
      }
    };
  }

  private void allAreHere() throws Exception {
    all.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}

package dev.countersign.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.StoreUnavailableException;
import dev.countersign.signing.AppKey;
import dev.countersign.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrangersTest {

  private static final AppKey KEY = new AppKey("first-seen");

  /** As many as a server has threads. */
  private static final int CALLERS = 200;

  /** The few who may wait longer than the rest, and who looks up. */
  private static final int FEW = 64 + 1;

  private static final long LONG = Duration.ofMinutes(1).toMillis();

  private Strangers strangers = new Strangers(LONG, LONG);
  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicReference<String> kept = new AtomicReference<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void close() {
    goOn.countDown();
    callers.shutdownNow();
  }

  private Future<String> call(Supplier<String> load) {
    return callers.submit(() -> strangers.lookUp(KEY, () -> Optional.ofNullable(kept.get()), load));
  }

  private void await() {
    loads.incrementAndGet();
    try {
      assertTrue(goOn.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String slow() {
    await();
    kept.set("found");
    return "found";
  }

  private String failing() {
    await();
    throw new StoreUnavailableException("away");
  }

  @Test
  void manyFirstCallsWithOneKey_waitForOneSlowLookUp() throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      answers.add(call(this::slow));
    }
    Eventually.within(Duration.ofSeconds(10), "one looks up", () -> loads.get() == 1);
    // Longer than a stranger waits for a place.
    assertThrows(
        TimeoutException.class, () -> answers.get(CALLERS - 1).get(500, TimeUnit.MILLISECONDS));
    goOn.countDown();
    for (Future<String> answer : answers) {
      assertEquals("found", answer.get(10, TimeUnit.SECONDS));
    }
    assertEquals(1, loads.get());
  }

  @Test
  void lookUpThatHangs_holdsAFewCallers_andRefusesTheRest() {
    strangers = new Strangers(0, LONG);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      answers.add(call(this::slow));
    }
    Eventually.within(
        Duration.ofSeconds(20),
        "the rest is refused",
        () -> answers.stream().filter(Future::isDone).count() == CALLERS - FEW);
    assertEquals(1, loads.get());
    goOn.countDown();
    Eventually.within(
        Duration.ofSeconds(20), "the few get it", () -> answers.stream().allMatch(Future::isDone));
    assertEquals(FEW, answers.stream().filter(answer -> got(answer)).count());
  }

  private static boolean got(Future<String> answer) {
    try {
      return answer.get().equals("found");
    } catch (ExecutionException refused) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lookUpThatFails_failsForThoseWhoWaitForItToo() throws Exception {
    Future<String> first = call(this::failing);
    Eventually.within(Duration.ofSeconds(10), "one looks up", () -> loads.get() == 1);
    Future<String> second = call(this::failing);
    assertThrows(TimeoutException.class, () -> second.get(200, TimeUnit.MILLISECONDS));
    goOn.countDown();
    assertThrows(ExecutionException.class, () -> first.get(10, TimeUnit.SECONDS));
    assertThrows(ExecutionException.class, () -> second.get(10, TimeUnit.SECONDS));
    assertEquals(1, loads.get());
  }

  @Test
  void nothingKeptByTheOther_isLookedUpAgain() throws Exception {
    Future<String> first =
        call(
            () -> {
              await();
              return "changed meanwhile";
            });
    Eventually.within(Duration.ofSeconds(10), "one looks up", () -> loads.get() == 1);
    Future<String> second = call(() -> "new");
    goOn.countDown();
    assertEquals("changed meanwhile", first.get(10, TimeUnit.SECONDS));
    assertEquals("new", second.get(10, TimeUnit.SECONDS));
  }
}

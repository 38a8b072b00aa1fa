package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few bodies are read at the same time of which nothing is proved; bytes need not come at all. */
class HeldReadingsTest {

  private static final int AT_ONCE = 4;
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Future<byte[]>> waiting = new ArrayList<>();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).unverifiedAtOnce(AT_ONCE).build());
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    end.countDown();
    for (Future<byte[]> each : waiting) {
      assertEquals(1, each.get(PATIENCE_SECONDS, TimeUnit.SECONDS).length);
    }
    pool.shutdownNow();
    assertEquals(0, area.readings().taken());
    assertEquals(0, area.readings().owners());
    assertEquals(0, area.unverified().taken());
    area.close();
  }

  @Test
  void ownerOfHalfOfAllReadings_isUnavailable_whileAnotherIsServed() throws Exception {
    silent("public", AT_ONCE / 2);
    assertCrowdedOut("public");
    try (LimitedBody other = small()) {
      assertEquals(3, other.hold("other").length);
    }
    assertDoesNotThrow(small()::checkHoldable);
  }

  @Test
  void allReadingsTaken_areUnavailableToAnybody_beforeAnyKeyIsLookedUp() throws Exception {
    silent("public", AT_ONCE / 2);
    silent("known", AT_ONCE / 2);
    assertCrowdedOut("other");
    LimitedBody body = small();
    assertEquals(
        Reason.UNAVAILABLE, assertThrows(BodyException.class, body::checkHoldable).reason());
    assertTrue(body.isCrowdedOut());
  }

  @Test
  void bodyThatWasRead_leavesItsPlace_thoughItIsStillHeld() throws Exception {
    List<LimitedBody> held = new ArrayList<>();
    for (int i = 0; i < 3 * AT_ONCE; i++) {
      LimitedBody body = small();
      held.add(body);
      body.hold("public");
      assertEquals(0, area.readings().taken());
      assertFalse(body.isCrowdedOut());
    }
    assertEquals(3 * 3 * AT_ONCE, area.unverified().taken());
    held.forEach(LimitedBody::close);
  }

  @Test
  void bodyThatBreaksOff_leavesItsPlace() {
    LimitedBody broken =
        area.body(() -> new ByteArrayInputStream(new byte[1]), 10, System::nanoTime);
    assertEquals(
        Reason.BODY_INCOMPLETE,
        assertThrows(BodyException.class, () -> broken.hold("public")).reason());
    assertFalse(broken.isCrowdedOut());
    assertEquals(0, area.readings().taken());
  }

  private void assertCrowdedOut(String owner) {
    LimitedBody body = area.body(HeldReadingsTest::untouchable, -1, System::nanoTime);
    assertEquals(
        Reason.UNAVAILABLE, assertThrows(BodyException.class, () -> body.hold(owner)).reason());
    assertTrue(body.isCrowdedOut());
  }

  private LimitedBody small() {
    return area.body(() -> new ByteArrayInputStream(new byte[3]), 3, System::nanoTime);
  }

  private static InputStream untouchable() {
    throw new AssertionError("read");
  }

  /** Callers whose first byte does not come before the test ends. */
  private void silent(String owner, int callers) throws Exception {
    CountDownLatch reading = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      waiting.add(pool.submit(() -> holdOne(owner, reading)));
    }
    assertTrue(reading.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private byte[] holdOne(String owner, CountDownLatch reading) throws BodyException {
    InputStream silent =
        new ByteArrayInputStream(new byte[1]) {
          @Override
          public synchronized int read(byte[] to, int offset, int count) {
            reading.countDown();
            await();
            return super.read(to, offset, count);
          }
        };
    try (LimitedBody body = area.body(() -> silent, -1, () -> 0)) {
      return body.hold(owner);
    }
  }

  private void await() {
    try {
      assertTrue(end.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is given on while it arrives, and whose end waits for the proof. */
class ArrivingBodyTest {

  private static final int WITHHELD = WithheldBytes.WITHHELD;
  private static final int LIMIT = 1 << 20;

  private final TestClock clock = new TestClock();
  private final List<Reason> late = new ArrayList<>();
  private final ByteArrayOutputStream given = new ByteArrayOutputStream();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).streaming().body(LIMIT).build());
  }

  @AfterEach
  void nothingIsTaken() throws IOException {
    assertEquals(0, area.budget().taken());
    area.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, WITHHELD - 1, WITHHELD, WITHHELD + 1, 2 * WITHHELD, 777_777})
  void signedBody_isGivenWhole(int length) throws Exception {
    byte[] bytes = LimitedBodyTest.random(length);
    for (int step : new int[] {1, 1000, 100_000}) {
      given.reset();
      LimitedBody body = body(new ByteArrayInputStream(bytes), -1, ContentDigest.ofBody(bytes));
      readAll(body, step);
      assertArrayEquals(bytes, given.toByteArray());
      assertTrue(body.arriving().isFinished());
      body.close();
    }
    assertEquals(List.of(), late);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, WITHHELD, WITHHELD + 1, 3 * WITHHELD + 5})
  void otherBody_isGivenWithoutItsEnd_andFailsFromThenOn(int length) throws Exception {
    byte[] bytes = LimitedBodyTest.random(length);
    ContentDigest signed = ContentDigest.ofBody(bytes);
    bytes[0]++;
    LimitedBody body = body(new ByteArrayInputStream(bytes), length, signed);
    for (int again = 0; again < 3; again++) {
      UnprovedBodyException unproved =
          assertThrows(UnprovedBodyException.class, () -> readAll(body, 500));
      assertEquals(Reason.BODY_MISMATCH, unproved.reason());
    }
    assertEquals(Math.max(0, length - WITHHELD), given.size());
    assertFalse(body.arriving().isFinished());
    body.close();
    assertEquals(List.of(Reason.BODY_MISMATCH), late, "told once");
  }

  @Test
  void bodyThatEndsEarlyOrGrowsTooLarge_fails() {
    byte[] bytes = new byte[LIMIT + 1];
    ContentDigest signed = ContentDigest.ofBody(bytes);
    LimitedBody grown = body(new ByteArrayInputStream(bytes), -1, signed);
    assertEquals(Reason.TOO_LARGE, failing(grown));
    LimitedBody cut = body(new ByteArrayInputStream(new byte[99]), 100, signed);
    assertEquals(Reason.BODY_INCOMPLETE, failing(cut));
    assertEquals(List.of(Reason.TOO_LARGE, Reason.BODY_INCOMPLETE), late);
  }

  /** Only the caller's slowness counts, not that of the application. */
  @Test
  void waitingForTheCaller_isTimeout_andWaitingForTheApplicationIsNot() throws Exception {
    byte[] bytes = LimitedBodyTest.random(100_000);
    ContentDigest signed = ContentDigest.ofBody(bytes);
    LimitedBody leisurely = body(new ByteArrayInputStream(bytes), -1, signed);
    byte[] some = new byte[10_000];
    while (leisurely.arriving().read(some, 0, some.length) >= 0) {
      clock.advance(Duration.ofMinutes(5));
    }
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] to, int offset, int count) {
            clock.advance(Duration.ofSeconds(11));
            return super.read(to, offset, Math.min(count, 10));
          }
        };
    assertEquals(Reason.BODY_TIMEOUT, failing(body(slow, -1, signed)));
    assertEquals(List.of(Reason.BODY_TIMEOUT), late);
  }

  @Test
  void sourceThatHasNothing_isNotWaitedFor_butItsSilenceCounts() {
    byte[] bytes = LimitedBodyTest.random(50_000);
    ArrivingBody body =
        body(new ByteArrayInputStream(bytes), -1, ContentDigest.ofBody(bytes)).arriving();
    assertFalse(body.receiveWhile(() -> false));
    clock.advance(Duration.ofMinutes(5));
    assertFalse(body.receiveWhile(() -> true));
    assertTrue(body.failure() instanceof UnprovedBodyException);
    assertEquals(List.of(Reason.BODY_TIMEOUT), late);
  }

  @Test
  void restThatNobodyRead_isReadForTheProof() {
    byte[] bytes = LimitedBodyTest.random(50_000);
    ContentDigest signed = ContentDigest.ofBody(bytes);
    LimitedBody good = body(new ByteArrayInputStream(bytes.clone()), -1, signed);
    good.close();
    assertNull(good.arriving().failure());
    assertEquals(List.of(), late);
    bytes[49_999]++;
    body(new ByteArrayInputStream(bytes), -1, signed).close();
    assertEquals(List.of(Reason.BODY_MISMATCH), late);
  }

  @Test
  void closedBody_isNoLongerReadable() throws Exception {
    byte[] bytes = LimitedBodyTest.random(100);
    LimitedBody body = body(new ByteArrayInputStream(bytes), -1, ContentDigest.ofBody(bytes));
    body.close();
    assertThrows(IOException.class, () -> body.arriving().read(new byte[1], 0, 1));
    assertFalse(body.arriving().receiveWhile(() -> true));
  }

  /** Proved before the servlet runs, as in the other mode. */
  @Test
  void requestThatSignedNoBody_isProvedAtOnce() throws Exception {
    try (LimitedBody none = body(InputStream.nullInputStream(), -1, ContentDigest.OF_NOTHING)) {
      assertNull(none.arriving());
      assertEquals(0, none.length());
    }
    LimitedBody some = area.body(() -> new ByteArrayInputStream(new byte[1]), -1, clock);
    BodyException refused =
        assertThrows(BodyException.class, () -> some.prove(ContentDigest.OF_NOTHING, failed -> {}));
    assertEquals(Reason.BODY_MISMATCH, refused.reason());
  }

  private LimitedBody body(InputStream from, long declared, ContentDigest signed) {
    LimitedBody body = area.body(() -> from, declared, clock);
    try {
      body.prove(signed, failed -> late.add(failed.reason()));
    } catch (BodyException e) {
      throw new AssertionError(e);
    }
    return body;
  }

  private void readAll(LimitedBody body, int step) throws IOException {
    byte[] some = new byte[step];
    for (int read = body.arriving().read(some, 0, step);
        read >= 0;
        read = body.arriving().read(some, 0, step)) {
      given.write(some, 0, read);
    }
  }

  private Reason failing(LimitedBody body) {
    return assertThrows(UnprovedBodyException.class, () -> readAll(body, 4096)).reason();
  }
}

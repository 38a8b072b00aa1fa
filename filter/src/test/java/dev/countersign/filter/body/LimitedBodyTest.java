package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedBodyTest {

  private static final int MEMORY = 64 << 10;

  private final TestClock clock = new TestClock();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).memory(MEMORY).build());
  }

  @AfterEach
  void close() throws IOException {
    area.close();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 2, 8191, 8192, 8193, MEMORY - 1, MEMORY, MEMORY + 1, 3 * MEMORY, 1 << 20})
  void provedBody_isReadAgain_asItArrived(int length) throws Exception {
    for (long declared : new long[] {length, -1}) {
      byte[] bytes = random(length);
      try (LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), declared, clock)) {
        body.prove(ContentDigest.ofBody(bytes));
        assertEquals(length, body.length());
        assertArrayEquals(bytes, body.open().readAllBytes());
        assertArrayEquals(bytes, body.open().readAllBytes(), "a second time");
        assertEquals(length, area.budget().taken());
      }
      assertEquals(0, area.budget().taken());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, MEMORY + 100})
  void streamsOfOneBody_doNotDisturbEachOther(int length) throws Exception {
    byte[] bytes = random(length);
    try (LimitedBody body = proved(bytes);
        InputStream first = body.open();
        InputStream second = body.open()) {
      assertEquals(bytes[0] & 0xFF, first.read());
      assertEquals(50, first.skip(50));
      assertEquals(bytes[0] & 0xFF, second.read());
      assertEquals(bytes[51] & 0xFF, first.read());
      assertEquals(length - 52, first.available());
      assertEquals(length - 52, first.skip(Long.MAX_VALUE));
      assertEquals(-1, first.read());
      assertEquals(bytes[1] & 0xFF, second.read());
    }
  }

  @Test
  void bodyThatTricklesIn_isReadWhole() throws Exception {
    byte[] bytes = random(MEMORY + 7);
    InputStream trickle =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] to, int offset, int count) {
            return super.read(to, offset, Math.min(count, 3));
          }
        };
    try (LimitedBody body = area.body(() -> trickle, -1, clock)) {
      body.prove(ContentDigest.ofBody(bytes));
      assertArrayEquals(bytes, body.open().readAllBytes());
    }
  }

  @Test
  void bodyNobodyProves_isNotAskedFor() {
    AtomicBoolean asked = new AtomicBoolean();
    InputStreamSupplier source =
        () -> {
          asked.set(true);
          return InputStream.nullInputStream();
        };
    try (LimitedBody body = area.body(source, 10, clock)) {
      assertEquals(10, body.declaredLength());
      assertThrows(IllegalStateException.class, body::open);
      assertThrows(IllegalStateException.class, body::length);
    }
    assertFalse(asked.get());
  }

  @Test
  void closedBody_isNoLongerReadable_andClosesTwice() throws Exception {
    for (int length : new int[] {100, MEMORY + 100}) {
      LimitedBody body = proved(random(length));
      InputStream stream = body.open();
      assertEquals(1, stream.readNBytes(1).length);
      body.close();
      body.close();
      assertThrows(IOException.class, stream::read);
      assertThrows(IOException.class, () -> body.spool(-1));
      assertEquals(0, area.budget().taken());
    }
  }

  @Test
  void furtherSpool_countsAgainstTheSameBudget_andClosesWithTheBody() throws Exception {
    LimitedBody body = proved(random(1000));
    Spool copy = body.spool(-1);
    copy.write(random(500), 0, 500);
    assertEquals(1500, area.budget().taken());
    body.close();
    assertEquals(0, area.budget().taken());
    assertThrows(IOException.class, () -> copy.write(new byte[1], 0, 1));
  }

  @Test
  void bodyIsReadOnce_proveAfterHold_isRefused() throws Exception {
    try (LimitedBody body = area.body(InputStream::nullInputStream, 0, clock)) {
      body.hold("key");
      assertThrows(IllegalStateException.class, () -> body.prove(ContentDigest.OF_NOTHING));
    }
  }

  @Test
  void oneByteWhereNothingWasSigned_isMismatch() {
    try (LimitedBody body = area.body(() -> new ByteArrayInputStream(new byte[1]), -1, clock)) {
      BodyException refused =
          assertThrows(BodyException.class, () -> body.prove(ContentDigest.OF_NOTHING));
      assertEquals(Reason.BODY_MISMATCH, refused.reason());
    }
  }

  private LimitedBody proved(byte[] bytes) throws BodyException {
    LimitedBody body = area.body(() -> new ByteArrayInputStream(bytes), bytes.length, clock);
    body.prove(ContentDigest.ofBody(bytes));
    return body;
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}

package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time that a body may take, by a clock that nobody sets. */
class SlowlyReadBodyTest {

  private static final byte[] BYTES = LimitedBodyTest.random(100);

  private final TestClock clock = new TestClock();
  private SpoolArea area;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    area = SpoolArea.open(Limits.in(directory).build());
  }

  @AfterEach
  void close() throws IOException {
    area.close();
  }

  @Test
  void bodySlowerThanTheTimeout_isTimeout() {
    try (LimitedBody body = area.body(() -> pieces(10, Duration.ofSeconds(11)), 100, clock)) {
      BodyException late =
          assertThrows(BodyException.class, () -> body.prove(ContentDigest.ofBody(BYTES)));
      assertEquals(Reason.BODY_TIMEOUT, late.reason());
    }
  }

  /** The wall clock, which somebody may set at any moment, has no say. */
  @Test
  void bodyWithinTheTimeout_isProved_thoughItsTimeRunsOver() throws Exception {
    long before = clock.getAsLong();
    try (LimitedBody body = area.body(() -> pieces(50, Duration.ofSeconds(5)), 100, clock)) {
      body.prove(ContentDigest.ofBody(BYTES));
    }
    assertTrue(before > 0 && clock.getAsLong() < 0);
  }

  private InputStream pieces(int length, Duration each) {
    return new ByteArrayInputStream(BYTES) {
      @Override
      public synchronized int read(byte[] to, int offset, int count) {
        clock.advance(each);
        return super.read(to, offset, Math.min(count, length));
      }
    };
  }
}

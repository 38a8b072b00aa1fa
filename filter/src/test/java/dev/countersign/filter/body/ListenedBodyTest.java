package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body whose source tells when it has ended. */
class ListenedBodyTest {

  private static final byte[] BYTES = LimitedBodyTest.random(100);

  @TempDir private Path directory;

  private final List<Reason> late = new ArrayList<>();

  @Test
  void endToldWhenAllWasRead_isTheEndOfWhatIsStillToBeGiven() throws Exception {
    try (SpoolArea area = area();
        LimitedBody body = ended(area, BYTES)) {
      ArrivingBody arriving = body.arriving();
      assertFalse(arriving.isFinished());
      byte[] given = new byte[BYTES.length];
      assertEquals(BYTES.length, arriving.read(given, 0, given.length));
      assertArrayEquals(BYTES, given);
      assertTrue(arriving.isFinished());
    }
    assertEquals(List.of(), late);
  }

  @Test
  void endToldBeforeTheDeclaredLength_isIncomplete() throws Exception {
    try (SpoolArea area = area();
        LimitedBody body = ended(area, new byte[0])) {
      assertFalse(body.arriving().isFinished());
    }
    assertEquals(List.of(Reason.BODY_INCOMPLETE), late);
  }

  @Test
  void endToldBehindAnotherBody_isMismatch() throws Exception {
    byte[] other = Arrays.copyOf(BYTES, BYTES.length);
    other[0]++;
    try (SpoolArea area = area();
        LimitedBody body = ended(area, other)) {
      assertFalse(body.arriving().receiveWhile(() -> true));
    }
    assertEquals(List.of(Reason.BODY_MISMATCH), late);
  }

  private SpoolArea area() throws Exception {
    return SpoolArea.open(Limits.in(directory).streaming().build());
  }

  /** Of which the container says that it has ended, when these bytes were read. */
  private LimitedBody ended(SpoolArea area, byte[] arrived) throws Exception {
    ByteArrayInputStream source = new ByteArrayInputStream(arrived);
    LimitedBody body = area.body(() -> source, BYTES.length, System::nanoTime);
    body.prove(ContentDigest.ofBody(BYTES), failure -> late.add(failure.reason()));
    body.arriving().listen(new Source(source));
    body.arriving().receiveWhile(() -> source.available() > 0);
    body.arriving().sourceEnded();
    return body;
  }

  private record Source(ByteArrayInputStream bytes) implements ArrivingBody.Listened {

    @Override
    public boolean hasMore() {
      return bytes.available() > 0;
    }

    @Override
    public boolean isAtEnd() {
      return !hasMore();
    }
  }
}

package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a body is refused, each leaving nothing behind, before the body is even
 * closed.
 */
class LimitedBodyRefusalTest {

  private static final int MEMORY = 1000;
  private static final int LIMIT = 100_000;
  private static final ContentDigest OF_A_HUNDRED = ContentDigest.ofBody(new byte[100]);

  @TempDir private Path directory;

  private final TestClock clock = new TestClock();
  private SpoolArea area;

  @BeforeEach
  void open() throws IOException {
    Limits limits =
        Limits.in(directory).memory(MEMORY).body(LIMIT).budget(LIMIT).unverified(20_000, 100_000);
    area = SpoolArea.open(limits.build());
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertEquals(0, area.budget().taken());
    assertEquals(0, area.unverified().taken());
    try (Stream<Path> files = Files.list(area.path())) {
      assertEquals(List.of(area.path().resolve("lock")), files.toList());
    }
    area.close();
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void otherBytes_areMismatch() {
    for (int length : new int[] {10, MEMORY + 10}) {
      byte[] bytes = LimitedBodyTest.random(length);
      ContentDigest signed = ContentDigest.ofBody(bytes);
      bytes[length - 1]++;
      assertEquals(Reason.BODY_MISMATCH, prove(stream(bytes), length, signed));
    }
  }

  @Test
  void oneByteOverTheLimit_isTooLarge() {
    byte[] bytes = new byte[LIMIT + 1];
    assertEquals(Reason.TOO_LARGE, prove(stream(bytes), -1, ContentDigest.ofBody(bytes)));
  }

  @Test
  void declaredLengthOverTheLimit_isTooLarge_andNothingIsRead() {
    InputStreamSupplier untouchable =
        () -> {
          throw new AssertionError("must not be asked for");
        };
    assertEquals(Reason.TOO_LARGE, prove(untouchable, LIMIT + 1L, ContentDigest.OF_NOTHING));
  }

  @Test
  void exhaustedBudget_isUnavailable_untilTheOtherBodyIsClosed() throws Exception {
    byte[] bytes = new byte[LIMIT - 10];
    ContentDigest signed = ContentDigest.ofBody(bytes);
    try (LimitedBody first = area.body(stream(bytes), -1, clock)) {
      first.prove(signed);
      assertEquals(Reason.UNAVAILABLE, prove(stream(bytes), -1, signed));
      assertEquals(LIMIT - 10, area.budget().taken());
    }
    try (LimitedBody again = area.body(stream(bytes), -1, clock)) {
      again.prove(signed);
    }
  }

  @Test
  void diskThatRefuses_isUnavailable() throws Exception {
    area.close();
    byte[] bytes = new byte[MEMORY + 1];
    assertEquals(Reason.UNAVAILABLE, prove(stream(bytes), -1, ContentDigest.ofBody(bytes)));
    Files.createDirectory(area.path());
    Files.createFile(area.path().resolve("lock"));
    try (SpoolArea sweeping = SpoolArea.open(area.limits())) {
      assertEquals(0, sweeping.budget().taken());
    }
    open();
  }

  static List<Exception> waysContainersReportSilence() {
    return List.of(
        new SocketTimeoutException(),
        new IOException(new TimeoutException("Idle timeout expired")),
        new IllegalStateException(new IOException(new TimeoutException())),
        new ReadTimeoutException());
  }

  @ParameterizedTest
  @MethodSource("waysContainersReportSilence")
  void silentConnection_isTimeout(Exception reported) {
    assertEquals(Reason.BODY_TIMEOUT, prove(breaking(reported), 100, OF_A_HUNDRED));
  }

  static List<Exception> waysContainersReportABrokenBody() {
    return List.of(
        new EOFException(), new IOException("reset"), new IllegalArgumentException("bad chunk"));
  }

  @ParameterizedTest
  @MethodSource("waysContainersReportABrokenBody")
  void brokenBody_isIncomplete(Exception reported) {
    assertEquals(Reason.BODY_INCOMPLETE, prove(breaking(reported), 100, OF_A_HUNDRED));
  }

  @Test
  void firstByteWhereThereMustBeNone_isMismatch_andNoOtherIsAskedFor() {
    InputStreamSupplier oneByte = breaking(new IOException("reset"));
    assertEquals(Reason.BODY_MISMATCH, prove(oneByte, -1, ContentDigest.OF_NOTHING));
  }

  @Test
  void endBeforeTheDeclaredLength_isIncomplete_evenIfTheDigestFits() {
    byte[] bytes = new byte[99];
    assertEquals(Reason.BODY_INCOMPLETE, prove(stream(bytes), 100, ContentDigest.ofBody(bytes)));
    assertEquals(Reason.BODY_INCOMPLETE, prove(stream(new byte[0]), 100, ContentDigest.OF_NOTHING));
  }

  private Reason prove(InputStreamSupplier source, long declared, ContentDigest signed) {
    LimitedBody body = area.body(source, declared, clock);
    Reason reason = assertThrows(BodyException.class, () -> body.prove(signed)).reason();
    assertThrows(IllegalStateException.class, body::open);
    return reason;
  }

  private static InputStreamSupplier stream(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static InputStreamSupplier breaking(Exception reported) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            if (reported instanceof IOException e) {
              throw e;
            }
            throw (RuntimeException) reported;
          }

          @Override
          public int read(byte[] to, int offset, int count) throws IOException {
            return read();
          }
        };
    return () -> new SequenceInputStream(new ByteArrayInputStream(new byte[MEMORY + 5]), broken);
  }

  /** As the one of a container: known by its name only. */
  private static final class ReadTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}

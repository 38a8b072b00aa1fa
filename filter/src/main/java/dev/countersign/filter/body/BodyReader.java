package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Causes;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as it arrives, and stops at its limits. Used by one thread. Time is that of the
 * machine's run, which nobody can set: a clock set back would let a caller hold a thread for as
 * much longer, one set forward refuse an honest upload.
 */
final class BodyReader {

  private static final int BUFFER = 8192;

  private final InputStreamSupplier source;
  private final long declared;
  private final long limit;
  private final LongSupplier nanoTime;
  private final long timeout;
  private @Nullable InputStream stream;
  private boolean asked;
  private long askedAt;
  private long waited;
  private long total;

  BodyReader(
      InputStreamSupplier source,
      long declared,
      long limit,
      Duration timeout,
      LongSupplier nanoTime) {
    this.source = source;
    this.declared = declared;
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.timeout = timeout.toNanos();
  }

  /** The most bytes that it gives. */
  long limit() {
    return limit;
  }

  /** Takes the stream of the request, so that nobody else can have it. */
  void open() throws BodyException {
    try {
      stream = source.open();
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** Refuses a body that says itself that it is too large. */
  void checkDeclared() throws BodyException {
    if (declared > limit) {
      throw tooLarge();
    }
  }

  /** The caller had nothing to give just now; the time until the next reading counts as waiting. */
  void askedInVain() {
    if (!asked) {
      asked = true;
      askedAt = nanoTime.getAsLong();
    }
  }

  /** Reads at least one byte; -1 after the last one, when as many arrived as were declared. */
  int read(byte[] to, int offset, int count) throws BodyException {
    checkDeclared();
    long since = asked ? askedAt : nanoTime.getAsLong();
    asked = false;
    int read = receive(to, offset, count);
    waited += nanoTime.getAsLong() - since;
    if (waited > timeout) {
      throw new BodyException(Reason.BODY_TIMEOUT, "the body took too long");
    }
    if (read < 0) {
      end();
      return read;
    }
    total += read;
    if (total > limit) {
      throw tooLarge();
    }
    return read;
  }

  /** Nothing more comes: as many bytes as were declared must have arrived, and no other head. */
  void end() throws BodyException {
    if (total < declared) {
      throw new BodyException(Reason.BODY_INCOMPLETE, "the body ended before its declared length");
    }
    if (!source.isHeadUnchanged()) {
      throw new BodyException(
          Reason.MALFORMED, "the server has made headers of fields that came behind the body");
    }
  }

  /**
   * Reads the first byte alone, or -1: most requests have no body, and need no buffer to prove
   * that.
   */
  int readFirst() throws BodyException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** Reads all of it into a spool, and gives its digest. */
  ContentDigest readInto(Spool spool) throws BodyException, IOException {
    int first = readFirst();
    if (first < 0) {
      return ContentDigest.OF_NOTHING;
    }
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] buffer = new byte[declared > 0 ? (int) Math.min(declared, BUFFER) : BUFFER];
    buffer[0] = (byte) first;
    for (int read = 1; read >= 0; read = read(buffer, 0, buffer.length)) {
      digest.update(buffer, 0, read);
      spool.write(buffer, 0, read);
    }
    return ContentDigest.ofSha256(digest.digest());
  }

  /**
   * Containers report a broken or slow connection in many ways, some by unchecked exceptions of
   * their own.
   */
  private int receive(byte[] to, int offset, int count) throws BodyException {
    try {
      InputStream from = stream == null ? source.open() : stream;
      stream = from;
      return from.read(to, offset, count);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  /** What a container reported, as what it means. */
  static BodyException broken(Throwable reported) {
    return isTimeout(reported)
        ? new BodyException(Reason.BODY_TIMEOUT, "the connection was silent for too long")
        : new BodyException(
            Reason.BODY_INCOMPLETE, "the body broke off: " + reported.getClass().getName());
  }

  /** What kept a body from being kept, as what it means. */
  static BodyException told(Exception cause) {
    return cause instanceof BodyException known
        ? known
        : new BodyException(
            Reason.UNAVAILABLE, "the body could not be kept: " + cause.getMessage());
  }

  private static boolean isTimeout(Throwable thrown) {
    for (Throwable cause : Causes.of(thrown)) {
      boolean known = cause instanceof SocketTimeoutException || cause instanceof TimeoutException;
      if (known || cause.getClass().getSimpleName().contains("Timeout")) {
        return true;
      }
    }
    return false;
  }

  private BodyException tooLarge() {
    return new BodyException(Reason.TOO_LARGE, "the body is over the limit of " + limit + " bytes");
  }
}

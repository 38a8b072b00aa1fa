package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads a body as it arrives, and stops at its limits. Used by one thread. */
final class BodyReader {

  /** Causes may form a circle. */
  private static final int CAUSES = 10;

  private static final int BUFFER = 8192;

  private final InputStreamSupplier source;
  private final long declared;
  private final long limit;
  private final InstantSource clock;
  private final Duration timeout;
  private @Nullable InputStream stream;
  private @Nullable Instant askedAt;
  private Duration waited = Duration.ZERO;
  private long total;

  BodyReader(
      InputStreamSupplier source,
      long declared,
      long limit,
      Duration timeout,
      InstantSource clock) {
    this.source = source;
    this.declared = declared;
    this.limit = limit;
    this.clock = clock;
    this.timeout = timeout;
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
    if (askedAt == null) {
      askedAt = clock.instant();
    }
  }

  /** Reads at least one byte; -1 after the last one, when as many arrived as were declared. */
  int read(byte[] to, int offset, int count) throws BodyException {
    checkDeclared();
    Instant since = askedAt == null ? clock.instant() : askedAt;
    askedAt = null;
    int read = receive(to, offset, count);
    waited = waited.plus(Duration.between(since, clock.instant()));
    if (waited.compareTo(timeout) > 0) {
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

  /** Reads all of it into a spool, and gives its digest. */
  ContentDigest readInto(Spool spool) throws BodyException, IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    // The first byte alone: most requests have no body, and need no buffer to prove that.
    byte[] buffer = new byte[1];
    for (int read = read(buffer, 0, 1); read >= 0; read = read(buffer, 0, buffer.length)) {
      digest.update(buffer, 0, read);
      spool.write(buffer, 0, read);
      if (buffer.length == 1) {
        buffer = new byte[declared > 0 ? (int) Math.min(declared, BUFFER) : BUFFER];
      }
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
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      boolean known = cause instanceof SocketTimeoutException || cause instanceof TimeoutException;
      if (known || cause.getClass().getSimpleName().contains("Timeout")) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private BodyException tooLarge() {
    return new BodyException(Reason.TOO_LARGE, "the body is over the limit of " + limit + " bytes");
  }
}

package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a body as it arrives, and stops at its limits. Used by one thread. */
final class BodyReader {

  /** Causes may form a circle. */
  private static final int CAUSES = 10;

  private final InputStreamSupplier source;
  private final long declared;
  private final long limit;
  private final InstantSource clock;
  private final Instant deadline;
  private @Nullable InputStream stream;
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
    this.deadline = clock.instant().plus(timeout);
  }

  /** The most bytes that it gives. */
  long limit() {
    return limit;
  }

  /** Reads at least one byte; -1 after the last one, when as many arrived as were declared. */
  int read(byte[] to, int offset, int count) throws BodyException {
    if (declared > limit) {
      throw tooLarge();
    }
    int read = receive(to, offset, count);
    if (clock.instant().isAfter(deadline)) {
      throw new BodyException(Reason.BODY_TIMEOUT, "the body took too long");
    }
    if (read < 0) {
      if (total < declared) {
        throw new BodyException(
            Reason.BODY_INCOMPLETE, "the body ended before its declared length");
      }
      return read;
    }
    total += read;
    if (total > limit) {
      throw tooLarge();
    }
    return read;
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
      if (isTimeout(e)) {
        throw new BodyException(Reason.BODY_TIMEOUT, "the connection was silent for too long");
      }
      throw new BodyException(
          Reason.BODY_INCOMPLETE, "the body broke off: " + e.getClass().getName());
    }
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

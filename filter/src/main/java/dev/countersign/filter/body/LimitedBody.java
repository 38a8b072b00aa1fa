package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.BodySource;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request: read once, within its limits, then readable as often as needed until it
 * is closed. One thread reads it in; afterwards it is thread-safe.
 */
public final class LimitedBody implements BodySource, AutoCloseable {

  private static final Logger LOG = System.getLogger(LimitedBody.class.getName());
  private static final int BUFFER = 8192;

  private final SpoolArea area;
  private final InputStreamSupplier source;
  private final long declaredLength;
  private final InstantSource clock;
  private final List<Closeable> taken = new ArrayList<>();
  private boolean started;
  private boolean closed;
  private @Nullable Spool spooled;
  private byte @Nullable [] held;

  LimitedBody(
      SpoolArea area, InputStreamSupplier source, long declaredLength, InstantSource clock) {
    this.area = area;
    this.source = source;
    this.declaredLength = declaredLength;
    this.clock = clock;
  }

  @Override
  public long declaredLength() {
    return declaredLength;
  }

  @Override
  public void prove(ContentDigest signed) throws BodyException {
    start();
    try {
      Spool spool = spool(declaredLength);
      if (!receive(spool).matches(signed)) {
        throw new BodyException(
            Reason.BODY_MISMATCH, "the digest of the body is not the one that was signed");
      }
      spooled = spool;
    } catch (BodyException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      throw unavailable(e);
    }
  }

  @Override
  public byte[] hold(String owner) throws BodyException {
    start();
    BodyLimits limits = area.limits();
    HeldBytes bytes = new HeldBytes(area.unverified(), owner);
    try {
      keep(bytes);
      byte[] all =
          bytes.readAll(reader(Math.min(limits.unverifiedBodyLimit(), limits.bodyLimit())));
      held = all;
      return all;
    } catch (BodyException e) {
      close();
      throw e;
    } catch (IOException e) {
      close();
      throw unavailable(e);
    }
  }

  /**
   * A stream over the bytes from the first to the last, independent of other such streams.
   *
   * <p>Reading it fails once this is closed.
   *
   * @throws IllegalStateException if the body was not read, or is not the one signed
   */
  public InputStream open() {
    byte[] inMemory = held;
    if (inMemory != null) {
      return new ByteArrayInputStream(inMemory);
    }
    return read().open(0, length());
  }

  /**
   * The number of bytes.
   *
   * @throws IllegalStateException if the body was not read, or is not the one signed
   */
  public long length() {
    byte[] inMemory = held;
    return inMemory != null ? inMemory.length : read().length();
  }

  /**
   * Further room for what is made out of this body; it counts against the same budget and is closed
   * with the body.
   *
   * @param expected number of bytes, or -1
   * @throws IOException if the body is closed
   */
  public Spool spool(long expected) throws IOException {
    Spool spool = area.spool(expected);
    keep(spool);
    return spool;
  }

  /** Frees memory, disk and budget. Does nothing the second time. */
  @Override
  public void close() {
    List<Closeable> open;
    synchronized (taken) {
      closed = true;
      held = null;
      open = List.copyOf(taken);
      taken.clear();
    }
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "A spooled body could not be closed", e);
      }
    }
  }

  private ContentDigest receive(Spool spool) throws BodyException, IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    BodyReader reader = reader(area.limits().bodyLimit());
    // The first byte alone: most requests have no body, and need no buffer to prove that.
    byte[] buffer = new byte[1];
    for (int read = reader.read(buffer, 0, 1);
        read >= 0;
        read = reader.read(buffer, 0, buffer.length)) {
      digest.update(buffer, 0, read);
      spool.write(buffer, 0, read);
      if (buffer.length == 1) {
        buffer = new byte[declaredLength > 0 ? (int) Math.min(declaredLength, BUFFER) : BUFFER];
      }
    }
    return ContentDigest.ofSha256(digest.digest());
  }

  private BodyReader reader(long limit) {
    return new BodyReader(source, declaredLength, limit, area.limits().bodyTimeout(), clock);
  }

  private void keep(Closeable resource) throws IOException {
    synchronized (taken) {
      if (closed) {
        throw new IOException("the request is over and its body gone");
      }
      taken.add(resource);
    }
  }

  private void start() {
    if (started) {
      throw new IllegalStateException("a body is read once");
    }
    started = true;
  }

  private Spool read() {
    if (spooled == null) {
      throw new IllegalStateException("the body is not proved");
    }
    return spooled;
  }

  private static BodyException unavailable(IOException cause) {
    return new BodyException(
        Reason.UNAVAILABLE, "the body could not be kept: " + cause.getMessage());
  }
}

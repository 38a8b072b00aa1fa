package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.BodySource;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request: read once, within its limits, then readable as often as needed until it
 * is closed. One thread reads it in; afterwards it is thread-safe.
 */
public final class LimitedBody implements BodySource, AutoCloseable {

  private final SpoolArea area;
  private final InputStreamSupplier source;
  private final long declaredLength;
  private final LongSupplier nanoTime;
  private final boolean streaming;
  private final ClosedTogether taken = new ClosedTogether();
  private boolean started;
  private boolean crowdedOut;
  private @Nullable Spool spooled;
  private @Nullable HeldBytes holding;
  private byte @Nullable [] held;
  private @Nullable ArrivingBody arriving;

  LimitedBody(
      SpoolArea area,
      InputStreamSupplier source,
      long declaredLength,
      LongSupplier nanoTime,
      boolean streaming) {
    this.area = area;
    this.source = source;
    this.declaredLength = declaredLength;
    this.nanoTime = nanoTime;
    this.streaming = streaming;
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
      if (!isProved(signed, spool)) {
        throw new BodyException(
            Reason.BODY_MISMATCH, "the digest of the body is not the one that was signed");
      }
      spooled = spool;
    } catch (BodyException | IOException e) {
      close();
      throw BodyReader.told(e);
    }
  }

  /** Where there must be no body, its first byte is one too many. */
  private boolean isProved(ContentDigest signed, Spool spool) throws BodyException, IOException {
    BodyReader reader = reader(area.limits().bodyLimit());
    return signed.matches(ContentDigest.OF_NOTHING)
        ? reader.readFirst() < 0
        : reader.readInto(spool).matches(signed);
  }

  /** A request that signed no body is proved to have none at once, in either mode. */
  @Override
  public void prove(ContentDigest signed, Consumer<BodyException> late) throws BodyException {
    if (holding != null) {
      holding.prove();
      return;
    }
    if (!streaming || signed.matches(ContentDigest.OF_NOTHING)) {
      prove(signed);
      return;
    }
    start();
    BodyReader reader = reader(area.limits().bodyLimit());
    reader.open();
    arriving = new ArrivingBody(reader, signed, late);
  }

  /** The body where it is proved while the application reads it; else {@code null}. */
  public @Nullable ArrivingBody arriving() {
    return arriving;
  }

  @Override
  public void checkHoldable() throws BodyException {
    reader(area.limits().mostHeld()).checkDeclared();
    if (area.readings().isFull()) {
      crowdedOut = true;
      throw HeldBytes.crowded();
    }
  }

  @Override
  public byte[] hold(String owner) throws BodyException {
    start();
    HeldBytes bytes = new HeldBytes(area, owner);
    try {
      taken.add(bytes);
      byte[] all = bytes.read(reader(area.limits().mostHeld()));
      holding = bytes;
      held = all;
      return all;
    } catch (BodyException | IOException e) {
      close();
      BodyException failed = BodyReader.told(e);
      crowdedOut = failed.reason() == Reason.UNAVAILABLE;
      throw failed;
    }
  }

  /**
   * Whether it was refused because there are too many bodies already that nothing proves. Nobody
   * should wait for what still comes of it, or threads would be held in spite of that.
   */
  public boolean isCrowdedOut() {
    return crowdedOut;
  }

  /**
   * A stream over the bytes from the first to the last, independent of other such streams; reading
   * it fails once this is closed.
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
   * The number of bytes; as declared, or -1, while the body still arrives.
   *
   * @throws IllegalStateException if the body was not read, or is not the one signed
   */
  public long length() {
    if (arriving != null) {
      return declaredLength;
    }
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
    taken.add(spool);
    return spool;
  }

  /** Reads and judges what still arrives, then frees memory, disk and budget. Once. */
  @Override
  public void close() {
    if (arriving != null) {
      arriving.close();
    }
    held = null;
    taken.close();
  }

  private BodyReader reader(long limit) {
    return new BodyReader(source, declaredLength, limit, area.limits().bodyTimeout(), nanoTime);
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
}

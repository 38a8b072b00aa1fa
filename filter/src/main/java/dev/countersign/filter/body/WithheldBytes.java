package dev.countersign.filter.body;

import dev.countersign.filter.access.BodyException;
import dev.countersign.filter.access.Reason;
import dev.countersign.signing.ContentDigest;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The bytes between a source and its reader: each is digested when it comes, and the last 8 KiB of
 * those that came go no further until the digest of all has matched. One thread at a time, but for
 * the questions whether it is proved or finished.
 */
final class WithheldBytes {

  static final int WITHHELD = 8192;

  private final BodyReader reader;
  private final ContentDigest signed;
  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final byte[] bytes = new byte[2 * WITHHELD];
  private int start;
  private int end;
  private volatile boolean proved;
  private volatile boolean finished;

  WithheldBytes(BodyReader reader, ContentDigest signed) {
    this.reader = reader;
    this.signed = signed;
  }

  boolean isProved() {
    return proved;
  }

  /** Whether it is proved and the last byte was given. */
  boolean isFinished() {
    return finished;
  }

  /** How many bytes may be given. */
  int ready() {
    return available(0);
  }

  /** How many bytes may be given once so many more have come. */
  int available(int more) {
    return proved ? end - start : Math.max(0, end - start + more - WITHHELD);
  }

  /** Reads once, waiting where the source does. Only when none is ready, so that there is room. */
  void receive() throws BodyException {
    System.arraycopy(bytes, start, bytes, 0, end - start);
    end -= start;
    start = 0;
    int read = reader.read(bytes, end, bytes.length - end);
    if (read < 0) {
      judge();
    } else {
      digest.update(bytes, end, read);
      end += read;
    }
  }

  /** All has come: proves it, or says what is wrong with it. */
  void judge() throws BodyException {
    reader.end();
    if (!ContentDigest.ofSha256(digest.digest()).matches(signed)) {
      throw new BodyException(
          Reason.BODY_MISMATCH, "the digest of the body is not the one that was signed");
    }
    proved = true;
    finished = start == end;
  }

  /** Gives up to that many bytes, at least one; -1 when none is ready. */
  int give(byte[] to, int offset, int count) {
    if (ready() == 0) {
      return -1;
    }
    int given = Math.min(count, ready());
    System.arraycopy(bytes, start, to, offset, given);
    start += given;
    finished = proved && start == end;
    return given;
  }

  /** Nobody wants what is there. */
  void discard() {
    start = end;
  }
}

package dev.countersign.filter.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A range of a spool as a stream. Used by one thread at a time. */
final class SpoolView extends InputStream {

  private final Spool spool;
  private final long end;
  private long position;

  SpoolView(Spool spool, long start, long end) {
    this.spool = spool;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(offset, count, to.length);
    if (count == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    int read = spool.read(position, to, offset, (int) Math.min(count, end - position));
    if (read < 0) {
      throw new IOException("the spool file was cut short");
    }
    position += read;
    return read;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }
}

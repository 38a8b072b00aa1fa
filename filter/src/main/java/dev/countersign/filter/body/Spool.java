package dev.countersign.filter.body;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that were written once and are read as often as one likes: in memory while they are few, in
 * a file without a name when they are more. Thread-safe. Closing it frees all that it took.
 */
public final class Spool implements Closeable {

  private static final int CHUNK = 8192;

  private final SpoolDirectory directory;
  private final SpoolBudget budget;
  private final int memory;
  private final int chunkSize;
  private final List<byte[]> chunks = new ArrayList<>();
  private @Nullable FileChannel file;
  private long length;
  private long taken;
  private boolean closed;

  /** With the length expected, or -1: it only saves memory. */
  Spool(SpoolDirectory directory, SpoolBudget budget, int memory, long expected) {
    this.directory = directory;
    this.budget = budget;
    this.memory = memory;
    this.chunkSize = expected > 0 ? (int) Math.min(expected, CHUNK) : CHUNK;
  }

  /** How many bytes were written. */
  public synchronized long length() {
    return length;
  }

  /**
   * Appends bytes.
   *
   * @throws IOException if it is closed, the budget of the instance is exhausted, or the disk
   *     refuses
   */
  public synchronized void write(byte[] from, int offset, int count) throws IOException {
    requireOpen();
    if (!budget.take(count)) {
      throw new IOException("the spool budget is exhausted");
    }
    taken += count;
    if (file == null && length + count > memory) {
      file = spill();
    }
    if (file == null) {
      remember(from, offset, count);
    } else {
      append(file, from, offset, count);
    }
    length += count;
  }

  /** A stream over a range, independent of all others. It fails once the spool is closed. */
  public InputStream open(long offset, long count) {
    return new SpoolView(this, offset, offset + count);
  }

  /** Reads up to that many bytes, at least one; the caller stays within the length. */
  synchronized int read(long position, byte[] to, int offset, int count) throws IOException {
    requireOpen();
    if (file != null) {
      return file.read(ByteBuffer.wrap(to, offset, count), position);
    }
    int start = (int) (position % chunkSize);
    int available = Math.min(count, chunkSize - start);
    System.arraycopy(chunks.get((int) (position / chunkSize)), start, to, offset, available);
    return available;
  }

  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    budget.release(taken);
    chunks.clear();
    if (file != null) {
      file.close();
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the request is over and its body gone");
    }
  }

  private void remember(byte[] from, int offset, int count) {
    int done = 0;
    while (done < count) {
      int start = (int) ((length + done) % chunkSize);
      if (start == 0) {
        chunks.add(new byte[chunkSize]);
      }
      int step = Math.min(count - done, chunkSize - start);
      System.arraycopy(from, offset + done, chunks.get(chunks.size() - 1), start, step);
      done += step;
    }
  }

  private FileChannel spill() throws IOException {
    FileChannel opened = directory.newFile();
    file = opened;
    long left = length;
    for (byte[] chunk : chunks) {
      append(opened, chunk, 0, (int) Math.min(left, chunk.length));
      left -= chunk.length;
    }
    chunks.clear();
    return opened;
  }

  private static void append(FileChannel file, byte[] from, int offset, int count)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(from, offset, count);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}

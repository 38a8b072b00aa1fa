package dev.countersign.filter.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.countersign.signing.ContentDigest;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolMemoryTest {

  private static final int MEMORY = 64 << 10;

  @Test
  void largeBody_allocatesAFractionOfItself(@TempDir Path directory) throws Exception {
    int length = 32 << 20;
    Limits limits = Limits.in(directory).memory(MEMORY).body(length).budget(length);
    try (SpoolArea area = SpoolArea.open(limits.build())) {
      prove(area, length);
      long before = allocated();
      prove(area, length);
      long bytes = allocated() - before;
      assertTrue(bytes < length / 32, bytes + " bytes were allocated");
    }
  }

  @Test
  void requestWithoutBody_allocatesNoBuffer(@TempDir Path directory) throws Exception {
    try (SpoolArea area = SpoolArea.open(Limits.in(directory).memory(MEMORY).build())) {
      prove(area, 0);
      long before = allocated();
      prove(area, 0);
      long bytes = allocated() - before;
      assertTrue(bytes < 4096, bytes + " bytes were allocated");
    }
  }

  private static void prove(SpoolArea area, int length) throws Exception {
    try (LimitedBody body = area.body(() -> new Zeros(length), -1, System::nanoTime)) {
      body.prove(ContentDigest.ofSha256(digestOfZeros(length)));
      assertEquals(length, body.length());
    }
  }

  private static byte[] digestOfZeros(int length) throws Exception {
    var digest = java.security.MessageDigest.getInstance("SHA-256");
    byte[] zeros = new byte[1024];
    for (int left = length; left > 0; left -= zeros.length) {
      digest.update(zeros);
    }
    return digest.digest();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /**
   * Makes its bytes as they are read, so that the measurement sees only what the spool allocates.
   */
  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) {
      if (left <= 0) {
        return -1;
      }
      int read = Math.min(left, count);
      java.util.Arrays.fill(to, offset, offset + read, (byte) 0);
      left -= read;
      return read;
    }
  }
}

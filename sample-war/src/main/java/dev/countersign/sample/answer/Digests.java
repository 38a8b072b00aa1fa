package dev.countersign.sample.answer;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and length of bytes as they come. Not thread-safe. */
public final class Digests {

  private final MessageDigest digest;
  private long length;

  /** Of nothing yet. */
  public Digests() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of all bytes that the stream still has. */
  public static Summary of(InputStream in) throws IOException {
    Digests digests = new Digests();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digests.add(buffer, n);
    }
    return digests.summary();
  }

  /** Takes the first {@code count} bytes of the buffer. */
  public void add(byte[] buffer, int count) {
    digest.update(buffer, 0, count);
    length += count;
  }

  /** What came; call it once, at the end. */
  public Summary summary() {
    return new Summary(length, HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * What came.
   *
   * @param length in bytes
   * @param sha256 in lower-case hex
   */
  public record Summary(long length, String sha256) {}
}

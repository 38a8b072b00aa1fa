package dev.countersign.sample.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A body that is never in memory as a whole: made while it is digested, and once more while it is
 * sent, perhaps with one byte changed.
 */
public record LargeUpload(long length, boolean chunked, long changedAt, long sent) {

  private static final int BLOCK = 64 * 1024;
  private static final long NOWHERE = -1;

  public static LargeUpload of(long length) {
    return new LargeUpload(length, false, NOWHERE, length);
  }

  public LargeUpload inChunks() {
    return new LargeUpload(length, true, changedAt, sent);
  }

  /** One byte is another than the one that was signed. */
  public LargeUpload changedAt(long position) {
    return new LargeUpload(length, chunked, position, sent);
  }

  /** The caller falls silent after so many bytes, and says that nothing more comes. */
  public LargeUpload endingAfter(long bytes) {
    return new LargeUpload(length, chunked, changedAt, bytes);
  }

  /** The request with what is to be signed for this body, and without the body. */
  public RawRequest head(RawRequest request) {
    RawRequest head =
        request
            .set("Content-Type", "application/octet-stream")
            .add(
                "Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest()) + ":");
    return chunked ? head.inChunks() : head.add("Content-Length", Long.toString(length));
  }

  /** What a servlet answers that read all of it. */
  public String sha256() {
    return HexFormat.of().formatHex(digest());
  }

  /** Sends a signed head and the body, and gives the answer, which may come before the end. */
  public RawResponse send(RawClient client, RawRequest signed) throws IOException {
    try (Socket socket = client.open()) {
      try {
        write(signed, socket.getOutputStream());
        if (sent < length) {
          socket.shutdownOutput();
        }
      } catch (SocketException answeredBefore) {
        // Then the answer is there already, or else reading it fails.
      }
      return RawResponse.read(socket.getInputStream(), false);
    }
  }

  private void write(RawRequest signed, OutputStream out) throws IOException {
    out.write(signed.head());
    for (long at = 0; at < sent; at += BLOCK) {
      byte[] block = Arrays.copyOf(block(at), (int) Math.min(BLOCK, sent - at));
      if (changedAt >= at && changedAt < at + block.length) {
        block[(int) (changedAt - at)]++;
      }
      out.write(chunked ? chunk(block) : block);
    }
    if (chunked && sent == length) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.flush();
  }

  private static byte[] chunk(byte[] block) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(block.length + 10);
    chunk.writeBytes(
        (Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    chunk.writeBytes(block);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunk.toByteArray();
  }

  private byte[] digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (long at = 0; at < length; at += BLOCK) {
        digest.update(block(at), 0, (int) Math.min(BLOCK, length - at));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] block(long at) {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) (i * 31L + at / BLOCK);
    }
    return block;
  }
}

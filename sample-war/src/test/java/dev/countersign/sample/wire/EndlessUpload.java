package dev.countersign.sample.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes a body in chunks until all is written or nobody takes more, and reads meanwhile. */
public final class EndlessUpload {

  private static final int CHUNK = 32 * 1024;
  private static final int SEND_BUFFER = 128 * 1024;

  private EndlessUpload() {}

  /**
   * What happened.
   *
   * @param bytesThatLeft how much of the body the operating system took from the client; an upper
   *     bound of what the server read
   */
  public record Outcome(RawResponse answer, long bytesThatLeft) {}

  public static Outcome send(RawClient client, RawRequest head, long bytes) throws Exception {
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try (Socket socket = client.open()) {
      socket.setSendBufferSize(SEND_BUFFER);
      socket.getOutputStream().write(head.head());
      Future<RawResponse> answer =
          reader.submit(() -> RawResponse.read(socket.getInputStream(), false));
      long left = write(socket.getOutputStream(), bytes);
      return new Outcome(answer.get(30, TimeUnit.SECONDS), left);
    } finally {
      reader.shutdownNow();
    }
  }

  private static long write(OutputStream out, long bytes) {
    byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] chunk = new byte[size.length + CHUNK + 2];
    System.arraycopy(size, 0, chunk, 0, size.length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    long left = 0;
    try {
      // It goes on after the answer: a client that does not look is the worst case.
      while (left < bytes) {
        out.write(chunk);
        left += CHUNK;
      }
    } catch (IOException closedByTheServer) {
      return left;
    }
    return left;
  }
}

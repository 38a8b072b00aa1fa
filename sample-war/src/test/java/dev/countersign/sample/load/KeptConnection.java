package dev.countersign.sample.load;

import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Calls over one connection that is kept, and replaced, unmeasured, before the server closes it.
 * One thread only.
 */
final class KeptConnection implements AutoCloseable {

  /** Tomcat closes a connection after a hundred. */
  private static final int MOST_CALLS = 90;

  private final RawClient client;
  private final byte[] first;
  private @Nullable Socket socket;
  private @Nullable InputStream in;
  private int calls;

  /**
   * A connection.
   *
   * @param first what each begins with, so that none is measured that opens it
   */
  KeptConnection(RawClient client, byte[] first) {
    this.client = client;
    this.first = first.clone();
  }

  /** From the first byte sent to the last one received, in nanoseconds. */
  long nanosOf(byte[] request) throws IOException {
    if (socket == null || calls >= MOST_CALLS) {
      close();
      socket = client.open();
      in = new BufferedInputStream(socket.getInputStream());
      calls = 0;
      exchange(socket, in, first);
    }
    return exchange(socket, in, request);
  }

  private long exchange(Socket open, @Nullable InputStream from, byte[] request)
      throws IOException {
    if (from == null) {
      throw new IOException("not open");
    }
    calls++;
    long begun = System.nanoTime();
    open.getOutputStream().write(request);
    RawResponse answer = RawResponse.read(from, false);
    long taken = System.nanoTime() - begun;
    if (answer.status() != 401 || !answer.code().equals("signature-invalid")) {
      throw new AssertionError(answer.toString());
    }
    return taken;
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}

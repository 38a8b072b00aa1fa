package dev.countersign.sample.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** One connection per request, and nothing between the test and the bytes. Thread-safe. */
public record RawClient(int port) {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final long LONGEST_EXCHANGE_SECONDS = 60;
  private static final long LONGEST_CONNECTION_SECONDS = 600;

  public RawResponse send(RawRequest request) {
    return send(request.bytes(), request.method().equals("HEAD"));
  }

  /** For an answer that may never come. */
  public RawResponse send(RawRequest request, int patienceSeconds) {
    return send(request.bytes(), request.method().equals("HEAD"), patienceSeconds);
  }

  public RawResponse send(byte[] bytes, boolean headOnly) {
    return send(bytes, headOnly, LONGEST_EXCHANGE_SECONDS);
  }

  private RawResponse send(byte[] bytes, boolean headOnly, long seconds) {
    try (WatchedSocket socket = open(seconds)) {
      return exchange(socket, bytes, headOnly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where nothing came in time, a {@link java.net.SocketTimeoutException} says so. */
  private static RawResponse exchange(WatchedSocket socket, byte[] bytes, boolean headOnly)
      throws IOException {
    try {
      try {
        socket.getOutputStream().write(bytes);
      } catch (SocketException cutOff) {
        // A server that has answered already may take no more; what it said is there to be read.
      }
      return RawResponse.read(socket.getInputStream(), headOnly);
    } catch (IOException e) {
      throw socket.told(e);
    }
  }

  /** A connection that is cut after ten minutes, whatever happens on it. */
  public Socket open() throws IOException {
    return open(LONGEST_CONNECTION_SECONDS);
  }

  private WatchedSocket open(long seconds) throws IOException {
    WatchedSocket socket = new WatchedSocket(seconds);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return socket;
  }
}

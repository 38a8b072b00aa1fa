package dev.countersign.sample.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One connection per request, and nothing between the test and the bytes. Thread-safe. */
public record RawClient(int port) {

  private static final int PATIENCE_MILLIS = 30_000;

  public RawResponse send(RawRequest request) {
    return send(request.bytes(), request.method().equals("HEAD"));
  }

  public RawResponse send(byte[] bytes, boolean headOnly) {
    try (Socket socket = open()) {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return RawResponse.read(socket.getInputStream(), headOnly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Socket open() throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    return socket;
  }
}

package dev.countersign.sample.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/**
 * Sends requests over HTTP/2 without TLS, which the server has to speak from the first byte on. One
 * connection per request, because the bytes of a body that nobody reads stay in the window of a
 * connection, and a deadline for all that happens on it. Thread-safe.
 */
public record Http2Client(int port) {

  private static final int PATIENCE_SECONDS = 30;
  private static final int KEPT_SECONDS = 3;
  private static final int LONGEST_SECONDS = 120;

  /** The answer; fails where there is none in time. */
  public RawResponse send(RawRequest request) {
    return send(request, PATIENCE_SECONDS);
  }

  /**
   * For an answer that may never come: a {@link java.net.SocketTimeoutException} as the cause says
   * that it did not.
   */
  public RawResponse send(RawRequest request, int patienceSeconds) {
    return send(request, List.of(), patienceSeconds);
  }

  /** With fields behind the body. */
  public RawResponse send(RawRequest request, List<RawRequest.Field> trailers) {
    return send(request, trailers, PATIENCE_SECONDS);
  }

  private RawResponse send(RawRequest request, List<RawRequest.Field> trailers, int patience) {
    WatchedSocket socket = new WatchedSocket(patience);
    try {
      RawResponse answer = new Http2Exchange(connect(socket, request), request, trailers).answer();
      // Not closed at once: a server may still be at work on a request whose answer is complete,
      // and Tomcat fails another request when it learns then that the caller has gone.
      socket.closeIn(KEPT_SECONDS);
      return answer;
    } catch (IOException e) {
      socket.closeIn(0);
      throw new UncheckedIOException(
          "no answer over HTTP/2 within "
              + patience
              + " s to "
              + request.method()
              + " "
              + request.target(),
          socket.told(e));
    }
  }

  /** Sends the head and so much of the body, runs what is given, and then resets the stream. */
  public void giveUp(RawRequest request, int bytes, Runnable before) throws IOException {
    WatchedSocket socket = new WatchedSocket(LONGEST_SECONDS);
    try {
      new Http2Exchange(connect(socket, request), request, List.of()).giveUp(bytes, before);
    } finally {
      // The connection goes on, and so the server learns of the stream alone.
      socket.closeIn(PATIENCE_SECONDS);
    }
  }

  private Http2Connection connect(Socket socket, RawRequest request) throws IOException {
    request.learned();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Http2Connection connection = new Http2Connection(socket);
    connection.settle();
    return connection;
  }
}

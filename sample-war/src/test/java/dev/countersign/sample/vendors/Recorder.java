package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawRequest;
import dev.countersign.sample.wire.RawResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients with a transport of their own and the sample: takes each request down,
 * hands it on as it came, Host and all, and the answer back. Or holds it, so that somebody else
 * sends it first. One request per connection.
 */
final class Recorder implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final int PATIENCE_SECONDS = 60;
  private static final byte[] HELD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final BlockingQueue<Recorded> taken = new LinkedBlockingQueue<>();
  private volatile Optional<RawClient> onward = Optional.empty();

  record Recorded(RawRequest request, Optional<RawResponse> answer) {}

  Recorder() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon("recorder", this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Where what comes next goes; empty holds it. */
  void onward(Optional<RawClient> sample) {
    taken.clear();
    onward = sample;
  }

  Recorded take() throws InterruptedException {
    Recorded recorded = taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (recorded == null) {
      throw new AssertionError("the client says that it sent a request, and none came");
    }
    return recorded;
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        // A thread each: some clients open a connection ahead and leave it unused.
        daemon("recorder-connection", () -> serve(socket));
      } catch (IOException closed) {
        LOG.log(System.Logger.Level.DEBUG, "no further connection", closed);
      }
    }
  }

  private void serve(Socket connection) {
    try (Socket socket = connection) {
      socket.setSoTimeout(PATIENCE_SECONDS * 1000);
      answer(socket);
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection without a request", e);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void answer(Socket socket) throws IOException {
    RawRequest request = WireReader.read(socket.getInputStream(), socket.getOutputStream());
    Optional<RawResponse> answer = onward.map(sample -> sample.send(request));
    taken.add(new Recorded(request, answer));
    socket.getOutputStream().write(answer.map(Recorder::bytes).orElse(HELD));
    socket.getOutputStream().flush();
  }

  private static byte[] bytes(RawResponse answer) {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + answer.status()
            + " Answer\r\nContent-Type: "
            + answer.headers().get("Content-Type")
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    return Bodies.append(head.getBytes(StandardCharsets.US_ASCII), answer.text());
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

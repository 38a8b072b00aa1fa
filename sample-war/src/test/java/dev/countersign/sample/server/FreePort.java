package dev.countersign.sample.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For servers that cannot be told to take any port. */
public final class FreePort {

  private FreePort() {}

  /** One on which nothing listens at this moment. */
  public static int next() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

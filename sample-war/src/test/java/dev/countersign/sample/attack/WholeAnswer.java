package dev.countersign.sample.attack;

import dev.countersign.sample.wire.RawClient;
import dev.countersign.sample.wire.RawRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a caller can see of an answer but its time: every byte, headers in their order, and what
 * became of the connection. Only date and request id, which differ by right, are taken out.
 *
 * @param text one character for each byte
 */
record WholeAnswer(String text, boolean connectionKept) {

  private static final Pattern LENGTH = Pattern.compile("(?imd)^Content-Length: *(\\d+)\\r$");
  private static final Pattern DATE = Pattern.compile("(?imd)^(Date:).*\\r$");
  private static final Pattern REQUEST_ID = Pattern.compile("\\b[0-9a-f]{32}\\b");
  private static final byte[] NEXT =
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  /** To a whole request, with another one behind it on the same connection. */
  static WholeAnswer to(RawRequest request, RawClient client) {
    try (Socket socket = client.open()) {
      String text = answer(request.bytes(), socket);
      return new WholeAnswer(text, isKept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To a head whose body never comes. */
  static String toHead(RawRequest request, RawClient client) {
    try (Socket socket = client.open()) {
      return answer(request.head(), socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answer(byte[] request, Socket socket) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new AssertionError("no length: " + head);
    }
    byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
    String dateless = DATE.matcher(head).replaceFirst("$1\r");
    return REQUEST_ID
        .matcher(dateless + new String(body, StandardCharsets.ISO_8859_1))
        .replaceAll("(request id)");
  }

  private static boolean isKept(Socket socket) {
    try {
      socket.getOutputStream().write(NEXT);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException neither) {
      throw new AssertionError("neither answered nor closed", neither);
    } catch (IOException closed) {
      return false;
    }
  }
}

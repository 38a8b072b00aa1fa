package dev.countersign.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.countersign.signing.ContentDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is written to the wire exactly as told; each character of the body is one byte.
 */
record RawCall(
    String method, String target, String steps, List<String> headers, String body, int chunk) {

  private static final int TIMEOUT_MILLIS = 20_000;
  private static final int ATTEMPTS = 3;

  static RawCall post(String target, String steps) {
    return new RawCall("POST", target, steps, List.of(), "", 0);
  }

  RawCall method(String other) {
    return new RawCall(other, target, steps, headers, body, chunk);
  }

  RawCall header(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new RawCall(method, target, steps, more, body, chunk);
  }

  RawCall body(byte[] bytes) {
    return text(new String(bytes, ISO_8859_1));
  }

  RawCall text(String text) {
    return new RawCall(method, target, steps, headers, text, chunk);
  }

  byte[] bytes() {
    return body.getBytes(ISO_8859_1);
  }

  /** Sends the body in chunks of this size. */
  RawCall chunked(int size) {
    return new RawCall(method, target, steps, headers, body, size);
  }

  /** Sends it to one of the twins and gives the whole answer, but for the date. */
  String send(int port, String context) throws IOException {
    return sendReplacing("", "", port, context);
  }

  /** Sends it with something else in its head. */
  String sendReplacing(String part, String other, int port, String context) throws IOException {
    byte[] request = request(head(context).replace(part, other));
    for (int attempt = 1; ; attempt++) {
      try {
        return exchange(request, port, context);
      } catch (SocketException reset) {
        // A server that closes before it has read everything may cut its own answer off.
        if (attempt == ATTEMPTS) {
          throw reset;
        }
      }
    }
  }

  private byte[] request(String head) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.getBytes(ISO_8859_1));
    whole.writeBytes(chunk > 0 ? inChunks() : bytes());
    return whole.toByteArray();
  }

  private static String exchange(byte[] request, int port, String context) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return answer
          .replaceFirst("^HTTP/1.1 100 \r\n\r\n", "")
          .replaceFirst("\r\nDate: [^\r]*", "")
          .replace("/" + context, "");
    }
  }

  private String head(String context) {
    StringBuilder head =
        new StringBuilder(method + " /" + context + target + " HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Connection: close\r\nX-Do: ").append(steps).append("\r\n");
    head.append("X-Digest: ").append(ContentDigest.ofBody(bytes()).headerValue()).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (chunk > 0) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length() > 0) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private byte[] inChunks() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int start = 0; start < body.length(); start += chunk) {
      int size = Math.min(chunk, body.length() - start);
      out.write((Integer.toHexString(size) + "\r\n").getBytes(ISO_8859_1));
      out.write(bytes(), start, size);
      out.write("\r\n".getBytes(ISO_8859_1));
    }
    out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return method
        + " "
        + target
        + " "
        + headers
        + " "
        + body.length()
        + (chunk > 0 ? " chunked" : "")
        + ": "
        + steps;
  }
}

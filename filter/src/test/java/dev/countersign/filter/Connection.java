package dev.countersign.filter;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A client's end of one HTTP/1.1 connection, which sends exactly the bytes that it is given. */
final class Connection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  /** What lies in the buffer of the sender has not left it; the system's own may be many MiB. */
  private static final int SEND_BUFFER = 1 << 18;

  private final Socket socket;
  private final InputStream in;

  Connection(int port) throws IOException {
    socket = new Socket();
    socket.setSendBufferSize(SEND_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  /** Says that nothing more is sent; answers are still received. */
  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Reads one answer; that to a HEAD has no body. */
  Answer answer(boolean head) throws IOException {
    String status = line();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers
          .computeIfAbsent(name, absent -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    Answer bodiless = new Answer(Integer.parseInt(status.split(" ", 3)[1]), headers, "");
    return new Answer(bodiless.status(), headers, head ? "" : text(bodiless));
  }

  /** Whether the server has closed the connection: waits for that or for more bytes. */
  boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  private String text(Answer head) throws IOException {
    byte[] body = body(head);
    boolean zipped = head.header("content-encoding").equals("gzip");
    try (InputStream bytes = new ByteArrayInputStream(body);
        InputStream plain = zipped ? new GZIPInputStream(bytes) : bytes) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private byte[] body(Answer head) throws IOException {
    if (head.header("transfer-encoding").equals("chunked")) {
      return chunks();
    }
    String length = head.header("content-length");
    return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer broke off");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("no answer, or it broke off");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package dev.countersign.sample.vendors;

import dev.countersign.sample.wire.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads a request as it is on the wire: order, case and bytes of the headers stay. */
final class WireReader {

  private WireReader() {}

  static RawRequest read(InputStream in, OutputStream back) throws IOException {
    String[] first = line(in).split(" ", 3);
    RawRequest request = RawRequest.of(first[0], first[1]);
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1);
      if (name.equalsIgnoreCase("Transfer-Encoding")) {
        chunked = true;
      } else {
        request = request.add(name, value.startsWith(" ") ? value.substring(1) : value);
      }
    }
    if (request.header("Expect").isPresent()) {
      back.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      back.flush();
    }
    return chunked ? request.body(chunks(in)).inChunks() : request.body(counted(request, in));
  }

  private static byte[] counted(RawRequest request, InputStream in) throws IOException {
    int length = Integer.parseInt(request.header("Content-Length").orElse("0").strip());
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body broke off");
    }
    return body;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      all.writeBytes(in.readNBytes(size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended after: " + text);
      }
      text.append((char) c);
    }
    return text.charAt(text.length() - 1) == '\r'
        ? text.substring(0, text.length() - 1)
        : text.toString();
  }
}

package dev.countersign.console.command;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A captured request of HTTP/1.1: its lines may end with LF alone, as editors leave them. */
final class RawRequest {

  private final SignableRequest head;
  private final byte[] body;

  private RawRequest(SignableRequest head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** As a server would read it. */
  SignableRequest head() {
    return head;
  }

  /** What follows the empty line, no more than Content-Length; not to be changed. */
  byte[] body() {
    return body;
  }

  /** The same body below another head. */
  RawRequest with(SignableRequest other) {
    return new RawRequest(other, body);
  }

  /**
   * @throws CommandFault if it is none
   */
  static RawRequest parse(byte[] bytes) {
    int end = endOfHead(bytes);
    String text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().toList();
    String[] first = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", -1);
    if (first.length != 3 || !first[1].startsWith("/") || !first[2].startsWith("HTTP/")) {
      throw CommandFault.usage(
          "the file begins with a request line such as: GET /orders/17?x=1 HTTP/1.1");
    }
    Headers headers = headers(lines.subList(1, lines.size()));
    int mark = first[1].indexOf('?');
    SignableRequest head =
        new SignableRequest(
            first[0],
            authority(headers),
            mark < 0 ? first[1] : first[1].substring(0, mark),
            mark < 0 ? "" : first[1].substring(mark + 1),
            headers);
    return new RawRequest(head, body(headers, bytes, Math.min(bytes.length, end)));
  }

  /** Behind the empty line; the whole length where there is none. */
  private static int endOfHead(byte[] bytes) {
    boolean lineIsEmpty = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (lineIsEmpty) {
          return i + 1;
        }
        lineIsEmpty = true;
      } else if (bytes[i] != '\r') {
        lineIsEmpty = false;
      }
    }
    return bytes.length;
  }

  private static Headers headers(List<String> lines) {
    Headers.Builder headers = Headers.builder();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (line.isEmpty()) {
        break;
      }
      if (colon < 1) {
        throw CommandFault.usage("a header line has no colon: write each header on one line");
      }
      headers.add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers.build();
  }

  private static String authority(Headers headers) {
    List<String> hosts = headers.values("host");
    if (hosts.size() != 1) {
      throw CommandFault.usage("a request has one Host header, this one has " + hosts.size());
    }
    return SignableRequest.canonicalAuthority(hosts.get(0));
  }

  private static byte[] body(Headers headers, byte[] bytes, int from) {
    if (headers.contains("transfer-encoding")) {
      throw CommandFault.usage(
          "the body is chunked: put the bytes as they were before, and Content-Length, in its place");
    }
    byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
    List<String> lengths = headers.values("content-length");
    String length = lengths.isEmpty() ? "0" : lengths.get(0);
    if (!length.matches("[0-9]{1,9}")) {
      throw CommandFault.usage("Content-Length is no number");
    }
    int declared = Integer.parseInt(length);
    if (declared > rest.length) {
      throw CommandFault.usage(
          "the body ends too early: " + rest.length + " bytes of " + declared + " are there");
    }
    return Arrays.copyOf(rest, declared);
  }
}

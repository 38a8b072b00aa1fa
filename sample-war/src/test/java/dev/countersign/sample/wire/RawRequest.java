package dev.countersign.sample.wire;

import dev.countersign.testing.logs.Sensitive;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A request as bytes: any method, target and header can be written, also what no library sends. */
public final class RawRequest {

  private final String method;
  private final String target;
  private final List<Field> headers;
  private final byte[] body;
  private final boolean chunked;

  private RawRequest(
      String method, String target, List<Field> headers, byte[] body, boolean chunked) {
    this.method = method;
    this.target = target;
    this.headers = List.copyOf(headers);
    this.body = body.clone();
    this.chunked = chunked;
  }

  public record Field(String name, String value) {}

  public String method() {
    return method;
  }

  public String target() {
    return target;
  }

  public List<Field> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  public boolean isChunked() {
    return chunked;
  }

  public static RawRequest of(String method, String target) {
    return new RawRequest(method, target, List.of(), new byte[0], false);
  }

  public static RawRequest get(String target) {
    return of("GET", target);
  }

  public RawRequest method(String other) {
    return new RawRequest(other, target, headers, body, chunked);
  }

  public RawRequest target(String other) {
    return new RawRequest(method, other, headers, body, chunked);
  }

  public RawRequest body(byte[] other) {
    return new RawRequest(method, target, headers, other, chunked);
  }

  public RawRequest body(String type, String other) {
    return set("Content-Type", type).body(other.getBytes(StandardCharsets.UTF_8));
  }

  public RawRequest inChunks() {
    return new RawRequest(method, target, headers, body, true);
  }

  public RawRequest add(String name, String value) {
    List<Field> more = new ArrayList<>(headers);
    more.add(new Field(name, value));
    return new RawRequest(method, target, more, body, chunked);
  }

  public RawRequest without(String name) {
    Predicate<Field> same = field -> field.name().equalsIgnoreCase(name);
    List<Field> rest = headers.stream().filter(same.negate()).toList();
    return new RawRequest(method, target, rest, body, chunked);
  }

  /** In the place of what was there, so that the order of headers stays. */
  public RawRequest set(String name, String value) {
    if (header(name).isEmpty()) {
      return add(name, value);
    }
    List<Field> changed = new ArrayList<>();
    for (Field field : headers) {
      changed.add(field.name().equalsIgnoreCase(name) ? new Field(field.name(), value) : field);
    }
    return new RawRequest(method, target, changed, body, chunked);
  }

  public Optional<String> header(String name) {
    return headers.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /** Whether a body of known length is sent, be it an empty one. */
  boolean hasLength() {
    return !chunked && (body.length > 0 || method.equals("POST"));
  }

  /** Credentials that are sent must not be found in a log. */
  void learned() {
    headers.forEach(field -> Sensitive.sent(field.name(), field.value()));
    Sensitive.placed(target);
    header("Cookie").ifPresent(Sensitive::placed);
    if (header("Content-Type").orElse("").startsWith("application/x-www-form")) {
      Sensitive.placed(new String(body, StandardCharsets.ISO_8859_1));
    }
  }

  /** Everything up to and with the empty line; one byte per character. */
  public byte[] head() {
    learned();
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach(field -> text.append(field.name() + ": " + field.value() + "\r\n"));
    if (chunked) {
      text.append("Transfer-Encoding: chunked\r\n");
    } else if (header("Content-Length").isEmpty() && hasLength()) {
      text.append("Content-Length: " + body.length + "\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head());
    if (!chunked) {
      out.writeBytes(body);
      return out.toByteArray();
    }
    for (int at = 0; at < body.length; at += 1000) {
      int length = Math.min(1000, body.length - at);
      out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, at, length);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}

package dev.countersign.filter;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.countersign1.RequestSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of a test, signed or not, sent byte for byte as it is described. */
final class Call {

  private final String method;
  private final String target;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = new byte[0];
  private boolean chunked;

  private Call(String method, String target) {
    this.method = method;
    this.target = target;
    headers.put("Host", "api.example");
  }

  static Call get(String target) {
    return new Call("GET", target);
  }

  static Call of(String method, String target) {
    return new Call(method, target);
  }

  Call host(String host) {
    return header("Host", host);
  }

  Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Call without(String name) {
    headers.remove(name);
    return this;
  }

  Call body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Call chunked() {
    chunked = true;
    return this;
  }

  Call signedBy(TestApp app) {
    return signedBy(app, "release", target, InstantSource.system());
  }

  Call signedBy(TestApp app, String environment) {
    return signedBy(app, environment, target, InstantSource.system());
  }

  /** Signs for this target, which may differ from the one that is sent. */
  Call signedBy(TestApp app, String environment, String signedTarget, InstantSource clock) {
    Headers.Builder sent = Headers.builder();
    headers.forEach(sent::add);
    int question = signedTarget.indexOf('?');
    SignableRequest request =
        new SignableRequest(
            method,
            SignableRequest.canonicalAuthority(headers.get("Host")),
            question < 0 ? signedTarget : signedTarget.substring(0, question),
            question < 0 ? "" : signedTarget.substring(question + 1),
            sent.build());
    RequestSigner.of(app.key(), app.secret(), environment, clock)
        .sign(request, ContentDigest.ofBody(body), java.util.Set.of())
        .forEach(headers::put);
    return this;
  }

  Answer send(TestWar war) throws IOException {
    try (Connection connection = new Connection(war.port())) {
      return send(connection);
    }
  }

  Answer send(Connection connection) throws IOException {
    write(connection);
    return connection.answer(method.equals("HEAD"));
  }

  /** Reads no body, for one that may break off. */
  Answer sendForHead(Connection connection) throws IOException {
    write(connection);
    return connection.answer(true);
  }

  private void write(Connection connection) throws IOException {
    connection.out().write(head());
    connection.out().write(content());
    connection.out().flush();
  }

  /** Request line and headers, with the empty line. */
  byte[] head() {
    StringBuilder head =
        new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length > 0 && !headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] content() {
    if (!chunked) {
      return body;
    }
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    if (body.length > 0) {
      chunks.writeBytes(
          (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunks.writeBytes(body);
      chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunks.toByteArray();
  }
}

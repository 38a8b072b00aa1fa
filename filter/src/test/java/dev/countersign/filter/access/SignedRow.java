package dev.countersign.filter.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** A request of {@code one-of-each-scheme.json}, signed by a program of its own at one instant. */
record SignedRow(JsonNode json) {

  static List<SignedRow> all() {
    return rows("/vectors/one-of-each-scheme.json").stream().map(SignedRow::new).toList();
  }

  static List<JsonNode> rows(String resource) {
    try (InputStream in =
        Objects.requireNonNull(SignedRow.class.getResourceAsStream(resource), resource)) {
      return list(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  String text(String name) {
    return json.required(name).textValue();
  }

  String scheme() {
    return text("scheme");
  }

  boolean hasNonce() {
    return json.required("nonce").booleanValue();
  }

  TestBody body() {
    return new TestBody(bodyBytes());
  }

  byte[] bodyBytes() {
    return text("body").getBytes(UTF_8);
  }

  Headers headers() {
    Headers.Builder headers = Headers.builder();
    for (JsonNode line : json.required("headers")) {
      String[] parts = line.textValue().split(": ", 2);
      headers.add(parts[0], parts[1]);
    }
    return headers.build();
  }

  Arrival arrival() {
    return arrival(headers());
  }

  /** The same request with other headers. */
  Arrival arrival(Headers headers) {
    return Gates.arrival(
        new SignableRequest(text("method"), "api.example", text("path"), text("query"), headers),
        text("path"));
  }

  @Override
  public String toString() {
    return text("sentence");
  }
}

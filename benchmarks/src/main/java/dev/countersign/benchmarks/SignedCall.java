package dev.countersign.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.filter.access.Arrival;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A GET without a body that another program signed, at one instant. */
record SignedCall(SignableRequest request) {

  private static final String ROWS = "/vectors/one-of-each-scheme.json";

  /** That of a scheme. */
  static SignedCall of(String scheme) {
    try (InputStream in = Objects.requireNonNull(SignedCall.class.getResourceAsStream(ROWS))) {
      for (JsonNode row : new ObjectMapper().readTree(in)) {
        if (text(row, "scheme").equals(scheme) && text(row, "method").equals("GET")) {
          return new SignedCall(request(row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("no row of " + scheme);
  }

  private static SignableRequest request(JsonNode row) {
    Headers.Builder headers = Headers.builder();
    for (JsonNode line : row.required("headers")) {
      String[] parts = line.textValue().split(": ", 2);
      headers.add(parts[0], parts[1]);
    }
    return new SignableRequest(
        "GET", "api.example", text(row, "path"), text(row, "query"), headers.build());
  }

  private static String text(JsonNode row, String name) {
    return row.required(name).textValue();
  }

  Arrival arrival() {
    return new Arrival("request-1", request, request.path());
  }

  /** The same before it was signed by the native scheme. */
  SignableRequest unsigned() {
    return new SignableRequest(
        "GET", request.authority(), request.path(), request.query(), Headers.builder().build());
  }
}

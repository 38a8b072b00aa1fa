package dev.countersign.sample.attack;

import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The parts of a request that the signature covers: how to read and how to write each. */
enum SignedPart {
  METHOD(RawRequest::method, RawRequest::method),
  PATH(
      request -> request.target().split("\\?", 2)[0],
      (request, text) -> request.target(text + "?" + request.target().split("\\?", 2)[1])),
  QUERY(
      request -> request.target().split("\\?", 2)[1],
      (request, text) -> request.target(request.target().split("\\?", 2)[0] + "?" + text)),
  BODY(
      request -> new String(request.body(), StandardCharsets.UTF_8),
      (request, text) -> request.body(text.getBytes(StandardCharsets.UTF_8))),
  HOST("Host"),
  CONTENT_TYPE("Content-Type"),
  CONTENT_ENCODING("Content-Encoding"),
  SIGNED_HEADER("X-Tenant"),
  SIGNED_HEADERS_LIST("X-App-Signed-Headers"),
  APP_KEY("X-App-Key"),
  TIMESTAMP("X-App-Timestamp"),
  NONCE("X-App-Nonce"),
  ENVIRONMENT("X-App-Environment"),
  DIGEST("Content-Digest"),
  SIGNATURE("X-App-Signature");

  private final Function<RawRequest, String> reading;
  private final BiFunction<RawRequest, String, RawRequest> writing;

  SignedPart(
      Function<RawRequest, String> reading, BiFunction<RawRequest, String, RawRequest> writing) {
    this.reading = reading;
    this.writing = writing;
  }

  SignedPart(String header) {
    this(
        request -> request.header(header).orElseThrow(),
        (request, text) -> request.set(header, text));
  }

  int length(RawRequest request) {
    return reading.apply(request).length();
  }

  String text(RawRequest request) {
    return reading.apply(request);
  }

  /** The request with another character of the same kind at that position. */
  RawRequest changed(RawRequest request, int position) {
    StringBuilder text = new StringBuilder(reading.apply(request));
    text.setCharAt(position, other(text.charAt(position)));
    return writing.apply(request, text.toString());
  }

  private static char other(char c) {
    if (c >= '0' && c <= '9') {
      return c == '9' ? '0' : (char) (c + 1);
    }
    boolean letter = (c >= 'a' && c < 'z') || (c >= 'A' && c < 'Z');
    return letter ? (char) (c + 1) : 'a';
  }
}

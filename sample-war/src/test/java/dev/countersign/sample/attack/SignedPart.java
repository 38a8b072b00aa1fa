package dev.countersign.sample.attack;

import dev.countersign.sample.wire.RawRequest;
import java.nio.charset.StandardCharsets;

/** The parts of a request that the signature covers: how to read and how to write each. */
enum SignedPart {
  METHOD(""),
  PATH(""),
  QUERY(""),
  BODY(""),
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

  private final String header;

  SignedPart(String header) {
    this.header = header;
  }

  String text(RawRequest request) {
    String[] target = request.target().split("\\?", 2);
    return switch (this) {
      case METHOD -> request.method();
      case PATH -> target[0];
      case QUERY -> target[1];
      case BODY -> new String(request.body(), StandardCharsets.US_ASCII);
      default -> request.header(header).orElseThrow();
    };
  }

  /** The request with another character of the same kind at that position. */
  RawRequest changed(RawRequest request, int position) {
    StringBuilder text = new StringBuilder(text(request));
    text.setCharAt(position, other(text.charAt(position)));
    return written(request, text.toString());
  }

  private RawRequest written(RawRequest request, String text) {
    String[] target = request.target().split("\\?", 2);
    return switch (this) {
      case METHOD -> request.method(text);
      case PATH -> request.target(text + "?" + target[1]);
      case QUERY -> request.target(target[0] + "?" + text);
      case BODY -> request.body(text.getBytes(StandardCharsets.US_ASCII));
      default -> request.set(header, text);
    };
  }

  private static char other(char c) {
    if (c >= '0' && c <= '9') {
      return c == '9' ? '0' : (char) (c + 1);
    }
    boolean letter = (c >= 'a' && c < 'z') || (c >= 'A' && c < 'Z');
    return letter ? (char) (c + 1) : 'a';
  }
}

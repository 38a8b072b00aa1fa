package dev.countersign.signing.countersign1;

import java.util.List;
import java.util.Set;

/**
 * The header names of {@code countersign-1}, in lower case, and those that a caller may not add to
 * a signature.
 */
final class Countersign1Headers {

  static final String SCHEME_ID = "countersign-1";
  static final String SIGNATURE_VERSION = "v1=";

  static final String APP_KEY = "x-app-key";
  static final String TIMESTAMP = "x-app-timestamp";
  static final String NONCE = "x-app-nonce";
  static final String ENVIRONMENT = "x-app-environment";
  static final String SIGNED_HEADERS = "x-app-signed-headers";
  static final String SIGNATURE = "x-app-signature";
  static final String CONTENT_DIGEST = "content-digest";
  static final String CONTENT_TYPE = "content-type";
  static final String CONTENT_ENCODING = "content-encoding";

  /**
   * Any of these makes a request one of this scheme. The environment alone does not: other schemes
   * state it too.
   */
  static final List<String> MARKS = List.of(APP_KEY, SIGNATURE, TIMESTAMP, NONCE, SIGNED_HEADERS);

  /**
   * Never listed in {@code X-App-Signed-Headers}: what the canonical request holds anyway, what a
   * proxy may change on its way (RFC 9110 section 7.6.1), and {@code Cookie}, which HTTP/2 may
   * split.
   */
  static final Set<String> UNSIGNABLE =
      Set.of(
          APP_KEY,
          TIMESTAMP,
          NONCE,
          ENVIRONMENT,
          SIGNED_HEADERS,
          SIGNATURE,
          CONTENT_DIGEST,
          CONTENT_TYPE,
          CONTENT_ENCODING,
          "host",
          "content-length",
          "cookie",
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  private Countersign1Headers() {}
}

package dev.countersign.signing.countersign1;

import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a well-formed head, one of which a test replaces. */
final class SampleRequests {

  static final String METHOD = ":method";
  static final String HOST = ":host";
  static final String PATH = ":path";
  static final String QUERY = ":query";

  private SampleRequests() {}

  static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(METHOD, "POST");
    parts.put(HOST, "api.example.com:8443");
    parts.put(PATH, "/orders/caf%c3%a9");
    parts.put(QUERY, "b=2&a=1");
    parts.put("X-App-Key", "orders-app-01");
    parts.put("X-App-Timestamp", "2026-11-21T19:44:12.5Z");
    parts.put("X-App-Nonce", "bm9uY2UtZm9yLXJvdy0wMDAx");
    parts.put("X-App-Environment", "release");
    parts.put("Content-Type", "application/json");
    parts.put("Content-Encoding", "gzip");
    parts.put("Content-Digest", digest("body"));
    parts.put("X-App-Signed-Headers", "x-request-id;x-tenant");
    parts.put("X-Request-Id", "7f3a 22");
    parts.put("X-Tenant", "blue");
    return parts;
  }

  static SignableRequest request(Map<String, String> parts) {
    Headers.Builder headers = Headers.builder();
    parts.forEach((name, value) -> addHeader(headers, name, value));
    return new SignableRequest(
        parts.getOrDefault(METHOD, ""),
        SignableRequest.canonicalAuthority(parts.getOrDefault(HOST, "")),
        parts.getOrDefault(PATH, ""),
        parts.getOrDefault(QUERY, ""),
        headers.build());
  }

  static String digest(String body) {
    return ContentDigest.ofBody(body.getBytes(StandardCharsets.UTF_8)).headerValue();
  }

  private static void addHeader(Headers.Builder headers, String name, String value) {
    if (!name.startsWith(":")) {
      headers.add(name, value);
    }
  }
}

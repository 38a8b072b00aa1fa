package dev.countersign.signing.jdcloud;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.scheme.CompactInstant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * All of a canonical request but the hash of the payload.
 *
 * @param paths the forms of the path that clients sign, the likeliest first
 * @param queries the forms of the query, likewise
 */
record SignedHead(
    String method,
    Set<String> paths,
    Set<String> queries,
    SignedHeaders headers,
    CredentialScope scope,
    CompactInstant date) {

  /** Every string to sign that a deployed client could have made of this head. */
  List<CanonicalRequest> texts(String payloadHash) {
    List<CanonicalRequest> texts = new ArrayList<>(paths.size() * queries.size());
    for (Spacing spacing : Spacing.of(scope.version(), headers)) {
      for (String path : paths) {
        for (String query : queries) {
          texts.add(new StringToSign(this, new Spelling(path, query, spacing), payloadHash));
        }
      }
    }
    return texts;
  }

  String canonicalRequest(
      Spelling spelling, String payloadHash, BinaryOperator<String> headerValue) {
    StringBuilder text = new StringBuilder(512);
    text.append(method).append('\n').append(spelling.path()).append('\n');
    text.append(spelling.query()).append('\n');
    for (Map.Entry<String, String> header : headers.values().entrySet()) {
      String value = spelling.spacing().apply(header.getValue());
      text.append(header.getKey())
          .append(':')
          .append(headerValue.apply(header.getKey(), value))
          .append('\n');
    }
    return text.append('\n').append(headers.list()).append('\n').append(payloadHash).toString();
  }

  /** How one client writes what several write in their own ways. */
  record Spelling(String path, String query, Spacing spacing) {}
}

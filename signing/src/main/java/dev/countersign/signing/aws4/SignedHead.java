package dev.countersign.signing.aws4;

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
    for (String path : paths) {
      for (String query : queries) {
        texts.add(new StringToSign(this, path, query, payloadHash));
      }
    }
    return texts;
  }

  String canonicalRequest(
      String path, String query, String payloadHash, BinaryOperator<String> headerValue) {
    StringBuilder text = new StringBuilder(512);
    text.append(method).append('\n').append(path).append('\n').append(query).append('\n');
    for (Map.Entry<String, String> header : headers.values().entrySet()) {
      text.append(header.getKey())
          .append(':')
          .append(headerValue.apply(header.getKey(), header.getValue()))
          .append('\n');
    }
    return text.append('\n').append(headers.list()).append('\n').append(payloadHash).toString();
  }
}

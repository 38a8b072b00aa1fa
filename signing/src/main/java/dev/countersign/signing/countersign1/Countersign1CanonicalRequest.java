package dev.countersign.signing.countersign1;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The canonical request of {@code countersign-1}: its lines, joined by LF. No part can hold an LF,
 * so two different requests never have the same text.
 */
record Countersign1CanonicalRequest(
    AppKey appKey,
    String timestamp,
    String nonce,
    String environment,
    String method,
    String authority,
    String path,
    String query,
    String contentType,
    String contentEncoding,
    ContentDigest digest,
    Countersign1SignedHeaders signedHeaders)
    implements CanonicalRequest {

  private static final int USUAL_LENGTH = 512;

  @Override
  public byte[] bytes() {
    return text(value -> value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String disclosed() {
    return text(Countersign1CanonicalRequest::masked);
  }

  private String text(UnaryOperator<String> headerValue) {
    StringBuilder text =
        new StringBuilder(USUAL_LENGTH)
            .append(Countersign1Headers.SCHEME_ID)
            .append('\n')
            .append(appKey.value())
            .append('\n')
            .append(timestamp)
            .append('\n')
            .append(nonce)
            .append('\n')
            .append(environment)
            .append('\n')
            .append(method)
            .append('\n')
            .append(authority)
            .append('\n')
            .append(path)
            .append('\n')
            .append(query)
            .append('\n')
            .append(contentType)
            .append('\n')
            .append(contentEncoding)
            .append('\n')
            .append(digest.base64())
            .append('\n')
            .append(signedHeaders.list());
    for (Map.Entry<String, String> header : signedHeaders.lines()) {
      text.append('\n')
          .append(header.getKey())
          .append(':')
          .append(headerValue.apply(header.getValue()));
    }
    return text.toString();
  }

  /**
   * The disclosed form: the values of signed headers may be credentials, and a record would print
   * them.
   */
  @Override
  public String toString() {
    return disclosed();
  }

  private static String masked(String value) {
    return "<"
        + value.length()
        + " characters, sha-256 "
        + DigestUtils.sha256Hex(value).substring(0, 8)
        + ">";
  }
}

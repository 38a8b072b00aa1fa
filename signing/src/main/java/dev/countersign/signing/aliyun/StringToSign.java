package dev.countersign.signing.aliyun;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The string to sign: method, Accept, Content-MD5, Content-Type and Date, a line {@code name:value}
 * for each signed header and, without a final LF, path and parameters. It has one character for
 * each byte. Only the last part is decoded, so no part can pass for another.
 *
 * @param block the signed headers in one client's spelling and order
 * @param resource path and parameters in one client's spelling
 */
record StringToSign(SignedHead head, Map<String, String> block, String resource)
    implements CanonicalRequest {

  private static final int MAX_DISCLOSED = 4096;
  private static final Set<String> SHOWN =
      Set.of("x-ca-key", "x-ca-nonce", "x-ca-timestamp", "x-ca-stage", "x-ca-signature-method");

  @Override
  public byte[] bytes() {
    return text((name, value) -> value, resource).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In the form of the gateway's own echo, with {@code #} for every LF. */
  @Override
  public String disclosed() {
    boolean tooLong = resource.length() > MAX_DISCLOSED;
    String shown = tooLong ? resource.substring(0, MAX_DISCLOSED) + "..." : resource;
    byte[] bytes = text(this::masked, shown).getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).replace('\n', '#').replace("\t", "\\t");
  }

  private String text(BinaryOperator<String> headerValue, String lastPart) {
    StringBuilder text = new StringBuilder(512);
    text.append(head.method()).append('\n').append(head.accept()).append('\n');
    text.append(head.contentMd5()).append('\n').append(head.contentType()).append('\n');
    text.append(head.date()).append('\n');
    block.forEach(
        (name, value) ->
            text.append(name).append(':').append(headerValue.apply(name, value)).append('\n'));
    return text.append(lastPart).toString();
  }

  /** The value of a header that the caller chose may be a credential. */
  private String masked(String name, String value) {
    return SHOWN.stream().anyMatch(name::equalsIgnoreCase)
        ? value
        : "<"
            + value.length()
            + " characters, sha-256 "
            + DigestUtils.sha256Hex(value).substring(0, 8)
            + ">";
  }

  /** The disclosed form: a record would print the values of signed headers. */
  @Override
  public String toString() {
    return disclosed();
  }
}

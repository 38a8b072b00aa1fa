package dev.countersign.signing.tencent;

import dev.countersign.signing.CanonicalRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The string to sign: a line {@code name: value} for each signed header, then method, Accept,
 * Content-Type, Content-MD5 and, without a final LF, path and parameters. Only the last part is
 * decoded, so no part can pass for another.
 */
record StringToSign(SignedHead head, String contentMd5Line, String pathAndParameters)
    implements CanonicalRequest {

  private static final int MAX_DISCLOSED = 4096;
  private static final int USUAL_LENGTH = 256;

  @Override
  public byte[] bytes() {
    return text((name, value) -> value, pathAndParameters).getBytes(StandardCharsets.UTF_8);
  }

  /** In the form of the gateway's own echo, with {@code #} for every LF. */
  @Override
  public String disclosed() {
    boolean tooLong = pathAndParameters.length() > MAX_DISCLOSED;
    String shown = tooLong ? pathAndParameters.substring(0, MAX_DISCLOSED) : pathAndParameters;
    return text(StringToSign::masked, shown).replace('\n', '#').replace("\t", "\\t")
        + (tooLong ? "..." : "");
  }

  private String text(BinaryOperator<String> headerValue, String lastPart) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    for (Map.Entry<String, String> line : head.headers().lines().entrySet()) {
      text.append(line.getKey())
          .append(": ")
          .append(headerValue.apply(line.getKey(), line.getValue()))
          .append('\n');
    }
    return text.append(head.method())
        .append('\n')
        .append(head.accept())
        .append('\n')
        .append(head.contentType())
        .append('\n')
        .append(contentMd5Line)
        .append('\n')
        .append(lastPart)
        .toString();
  }

  /** The value of a header that the caller chose may be a credential; a date is none. */
  private static String masked(String name, String value) {
    boolean date = name.equals(SignedHeaders.X_DATE) || name.equals(SignedHeaders.DATE);
    return date
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

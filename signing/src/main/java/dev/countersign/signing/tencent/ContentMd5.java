package dev.countersign.signing.tencent;

import dev.countersign.signing.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The Content-MD5 line: the base64 of the lower-case hex of the MD5, 44 characters. The header is a
 * claim that must be true; the line comes from the bytes that arrived, sent along or not.
 */
final class ContentMd5 {

  private ContentMd5() {}

  /**
   * The lines that a signer of this body may have written; none when the header claims another
   * body.
   */
  static List<String> lines(SignedHead head, byte[] body, TencentOptions options) {
    String claimed = head.contentMd5();
    if (!claimed.isEmpty() && !isTrue(claimed, body, options)) {
      return List.of();
    }
    if (body.length == 0) {
      return List.of(claimed);
    }
    if (head.isForm()) {
      return List.of("");
    }
    boolean unsigned = options.unsignedBodyOfGet() && head.isUsuallyBodyless();
    String line = claimed.isEmpty() ? of(body) : claimed;
    return unsigned && claimed.isEmpty() ? List.of(line, "") : List.of(line);
  }

  static String of(byte[] body) {
    return StrictBase64.encode(DigestUtils.md5Hex(body).getBytes(StandardCharsets.US_ASCII));
  }

  /** Nothing here is secret: both sides of the comparison are known to whoever sent them. */
  private static boolean isTrue(String claimed, byte[] body, TencentOptions options) {
    return claimed.equals(of(body))
        || (options.rfc1864ContentMd5()
            && claimed.equals(StrictBase64.encode(DigestUtils.md5(body))));
  }
}

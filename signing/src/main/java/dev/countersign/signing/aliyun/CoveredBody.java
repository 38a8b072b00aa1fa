package dev.countersign.signing.aliyun;

import dev.countersign.signing.CanonicalRequest;
import dev.countersign.signing.ContentDigest;
import dev.countersign.signing.StrictBase64;
import dev.countersign.signing.scheme.Contradiction;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How a signature covers the body: as the parameters of a form, by its {@code Content-MD5}, or by
 * there being none.
 */
final class CoveredBody {

  private static final String OTHER_BODY = "Content-MD5 is not that of the body";
  private static final String UNCLEAR = "decoded parameters read like other parameters";

  private CoveredBody() {}

  static Coverage coverage(SignedHead head, AliyunOptions options)
      throws UnreadableSignatureException {
    List<CanonicalRequest> withoutForm = head.texts("");
    if (head.isForm() || !head.contentMd5().isEmpty()) {
      return new Coverage.WholeBody(body -> texts(head, body));
    }
    if (options.unsignedBody()) {
      return new Coverage.WholeBody(body -> withoutForm);
    }
    // Nothing would sign a body: so there is none, and one that arrives is not what was signed.
    return new Coverage.DeclaredDigest(withoutForm, ContentDigest.OF_NOTHING);
  }

  private static List<CanonicalRequest> texts(SignedHead head, byte[] body)
      throws UnreadableSignatureException {
    String form = head.isForm() ? new String(body, StandardCharsets.ISO_8859_1) : "";
    String claimed = head.contentMd5();
    if (!claimed.isEmpty() && !claimed.equals(StrictBase64.encode(DigestUtils.md5(body)))) {
      return List.of(new Contradiction(OTHER_BODY, head.textAsArrived(form)));
    }
    List<CanonicalRequest> texts = head.texts(form);
    return texts.isEmpty() ? List.of(new Contradiction(UNCLEAR, head.textAsArrived(form))) : texts;
  }
}

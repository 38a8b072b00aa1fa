package dev.countersign.signing.aliyun;

import static dev.countersign.signing.scheme.UnreadableSignatureException.malformed;

import dev.countersign.signing.AppKey;
import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.SingleHeader;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.scheme.UnsignedPart;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The signature of Alibaba Cloud's API gateway, with HMAC-SHA-256 or HMAC-SHA-1 in {@code
 * X-Ca-Signature}. Its text begins with a method, which is made of upper-case letters, so that it
 * is never that of another scheme. Immutable and thread-safe.
 *
 * @see <a href="https://www.alibabacloud.com/help/doc-detail/29475.htm">Alibaba Cloud</a>
 */
public final class AliyunScheme implements SignatureScheme {

  private static final String SIGNATURE = "x-ca-signature";
  private static final String METHOD = "x-ca-signature-method";

  private final AliyunOptions options;

  private AliyunScheme(AliyunOptions options) {
    this.options = options;
  }

  /** The scheme with these options. */
  public static AliyunScheme of(AliyunOptions options) {
    return new AliyunScheme(options);
  }

  @Override
  public String id() {
    return "aliyun";
  }

  /** Not every client signs the host. */
  @Override
  public Set<UnsignedPart> unsignedParts() {
    return Set.of(UnsignedPart.HOST);
  }

  @Override
  public List<SchemeOption> options() {
    return AliyunSwitches.of(options);
  }

  @Override
  public boolean recognises(Headers headers) {
    return headers.contains(SIGNATURE) || headers.contains(SignedHeaders.KEY);
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    Headers headers = request.headers();
    SignatureMethod method =
        SignatureMethod.named(SingleHeader.orEmpty(headers, METHOD).strip(), options);
    SignedHeaders signed = SignedHeaders.read(request);
    SignedHead head = SignedHead.read(request, signed);
    return new PresentedSignature(
        id(),
        appKey(headers),
        signedAt(head),
        signed.replay(headers),
        Stage.environment(headers, signed, options),
        method.tag(SingleHeader.required(headers, SIGNATURE).strip()),
        secret -> secret.hmac(method.hash()),
        CoveredBody.coverage(head, options));
  }

  @Override
  public String challenge(String realm) {
    return "X-Ca-Signature realm=\"" + realm + "\"";
  }

  private static AppKey appKey(Headers headers) throws UnreadableSignatureException {
    String key = SingleHeader.required(headers, SignedHeaders.KEY).strip();
    if (!AppKey.isValid(key)) {
      throw malformed("X-Ca-Key is no app key");
    }
    return new AppKey(key);
  }

  /** Both are signed: {@code Date} always, the other where it is present. */
  private static Instant signedAt(SignedHead head) throws UnreadableSignatureException {
    String timestamp = head.headers().lowerCase().get(SignedHeaders.TIMESTAMP);
    if (timestamp != null) {
      return SigningTime.ofTimestamp(timestamp);
    }
    if (head.date().isEmpty()) {
      throw malformed("X-Ca-Timestamp or Date is needed, and X-Ca-Timestamp must be signed");
    }
    return SigningTime.ofDate(head.date());
  }
}

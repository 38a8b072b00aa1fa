package dev.countersign.signing.tencent;

import dev.countersign.signing.Headers;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.scheme.Coverage;
import dev.countersign.signing.scheme.PresentedSignature;
import dev.countersign.signing.scheme.Replay;
import dev.countersign.signing.scheme.SchemeOption;
import dev.countersign.signing.scheme.SignatureScheme;
import dev.countersign.signing.scheme.UnreadableSignatureException;
import dev.countersign.signing.scheme.UnsignedPart;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The scheme {@code tencent}: application authentication of Tencent Cloud API Gateway, as its
 * published clients speak it. Rules, refusals and remaining weaknesses are in {@code
 * docs/schemes/tencent.md}.
 *
 * <p>The body is always part of what is checked. Host and environment segment are not signed, and
 * there is no nonce, so a signature is good for the first request that arrives with it only.
 * Immutable and thread-safe.
 */
public final class TencentScheme implements SignatureScheme {

  /** The name of the scheme. */
  public static final String ID = "tencent";

  private final TencentOptions options;

  private TencentScheme(TencentOptions options) {
    this.options = options;
  }

  /** The scheme with nothing beside what deployed clients need. */
  public static TencentScheme create() {
    return with(TencentOptions.defaults());
  }

  /** The scheme with these options. */
  public static TencentScheme with(TencentOptions options) {
    return new TencentScheme(options);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<UnsignedPart> unsignedParts() {
    return EnumSet.allOf(UnsignedPart.class);
  }

  @Override
  public List<SchemeOption> options() {
    return List.of(
        SchemeOption.named(
            "sha384AndSha512",
            "hmac-sha384 and hmac-sha512 too",
            () -> with(options.withSha384AndSha512())),
        SchemeOption.named("withoutSha1", "no hmac-sha1", () -> with(options.withoutSha1())),
        SchemeOption.named(
            "rfc1864ContentMd5",
            "Content-MD5 as RFC 1864 has it, too",
            () -> with(options.withRfc1864ContentMd5())),
        SchemeOption.named(
            "unsignedBodyOfGet",
            "bodies of GET, HEAD and DELETE that no signature covers",
            () -> with(options.withUnsignedBodyOfGet())));
  }

  @Override
  public boolean recognises(Headers headers) {
    return headers.values(HmacAuthorization.NAME).stream().anyMatch(HmacAuthorization::isOfScheme);
  }

  @Override
  public PresentedSignature read(SignableRequest request) throws UnreadableSignatureException {
    HmacAuthorization authorization = HmacAuthorization.read(request.headers());
    TencentAlgorithm algorithm = TencentAlgorithm.named(authorization.algorithm(), options);
    SignedHeaders signed = SignedHeaders.read(authorization.headers(), request);
    SignedHead head = SignedHead.read(request, signed);
    return new PresentedSignature(
        ID,
        authorization.id(),
        signed.signedAt(),
        new Replay.Signature(false),
        null,
        algorithm.tag(authorization.signature()),
        secret -> secret.hmac(algorithm.hash()),
        new Coverage.WholeBody(new SignedBodyReading(head, options)));
  }

  @Override
  public String challenge(String realm) {
    return "hmac realm=\"" + realm + "\"";
  }
}
